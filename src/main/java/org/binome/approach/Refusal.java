package org.binome.approach;

import java.time.LocalDate;

/**
 * A refusal of today, which is none for ever (APP-15).
 *
 * @param opening whether the partner left a door open (APP-16)
 * @param refused what was refused (APP-08)
 * @param reapproachOn when to ask again, null to leave it to the rule
 */
public record Refusal(String reason, Tone tone, boolean opening, Refused refused, LocalDate reapproachOn) {

	public Refusal {
		reason = (reason != null) ? reason.strip() : "";
	}

	/** How they said it. */
	public enum Tone {

		FRIENDLY("amical", "friendly"), NEUTRAL("neutre", "neutral"), COLD("froid", "cold");

		private final String french;

		private final String english;

		Tone(String french, String english) {
			this.french = french;
			this.english = english;
		}

		public String label(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

	/** A good idea with a bad approach fails too: tell them apart (APP-08). */
	public enum Refused {

		IDEA("l’idée", "the idea"), APPROACH("notre façon de faire", "our approach"), TIMING("le moment", "the moment");

		private final String french;

		private final String english;

		Refused(String french, String english) {
			this.french = french;
			this.english = english;
		}

		public String label(String language) {
			return "fr".equals(language) ? this.french : this.english;
		}

	}

}
