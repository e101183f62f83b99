package org.binome.contract;

import java.time.Instant;
import java.util.Map;

import org.binome.contract.Signature.Side;
import org.binome.gate.ReadBackPolicy.Topic;

/**
 * One revision in the words of one person (CON-04).
 *
 * @param person user name on our side, id of the person on the partner's
 * @param words by topic
 */
public record ReadBack(Side side, String person, String name, Map<Topic, String> words, Instant at) {
}
