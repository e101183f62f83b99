package org.binome.gate;

import java.util.UUID;

/**
 * How strictly a gate is applied to a subject: the decision table
 * <code>gate_policy</code>.
 */
public interface GateModes {

	Mode mode(Gate gate, UUID subject);

}
