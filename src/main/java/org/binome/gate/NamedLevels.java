package org.binome.gate;

import java.util.Optional;
import java.util.UUID;

import org.binome.gate.GovernancePolicy.Level;

/**
 * Who is named on our side at a level of a partnership's governance (GOV-02).
 */
public interface NamedLevels {

	/**
	 * The person as entered: a user name, a name or a mail address.
	 * @return empty when nobody is named, or the subject is a programme
	 */
	Optional<String> ours(UUID subject, Level level);

}
