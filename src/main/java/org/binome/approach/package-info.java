/**
 * From the shortlist to the partner's answer: gestures, a respectful message at a
 * respectful hour, the reply, and refusals that stay alive.
 */
package org.binome.approach;
