package org.binome.gate;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the gates.
 *
 * @param overridable gates that can be overridden although they guard a step which can't
 * be taken back; see {@link Overrides#IRREVERSIBLE}
 */
@ConfigurationProperties("binome.gates")
record GateSettings(Set<Gate> overridable) {

	GateSettings {
		overridable = (overridable != null) ? Set.copyOf(overridable) : Set.of();
	}

}
