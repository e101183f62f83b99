package org.binome.prospecting;

/**
 * The two scores of a candidate, never blended (PRO-13).
 *
 * @param desirability 0 to 100: how much we want them
 * @param likelihood 0 to 100: how likely they want us
 * @param knockedOut the criterion that eliminates them whatever the rest says (PRO-20),
 * null if none
 */
public record Scores(int desirability, int likelihood, String knockedOut) {
}
