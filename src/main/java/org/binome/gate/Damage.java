package org.binome.gate;

import java.util.UUID;

/**
 * Evidence that isn't as it was written.
 *
 * @param subject the partnership or programme whose chain is damaged
 * @param kind what is wrong
 * @param position the place in the chain, from 1; 0 where a row isn't in the chain
 * @param table the table of the row, such as "gate_evaluation"
 * @param rowId the row in that table, empty when only the chain is concerned
 */
public record Damage(UUID subject, Kind kind, long position, String table, String rowId) {

	public String text(String language) {
		String pattern = "fr".equals(language) ? this.kind.french : this.kind.english;
		return pattern.formatted(this.position, this.table, this.rowId);
	}

	/** What can be wrong. */
	public enum Kind {

		/** A link's own content no longer fits its hash. */
		LINK_ALTERED("Maillon %1$d altéré (%2$s, ligne %3$s).", "Link %1$d is altered (%2$s, row %3$s)."),

		/** A link has been moved to another place. */
		LINK_MOVED("Maillon %1$d déplacé (%2$s, ligne %3$s).", "Link %1$d was moved (%2$s, row %3$s)."),

		/** A link that was written afterwards, or whose predecessor was. */
		LINK_BROKEN("Le maillon %1$d ne suit pas le précédent : l’un des deux a été récrit (%2$s, ligne %3$s).",
				"Link %1$d does not follow the one before it: one of the two was rewritten (%2$s, row %3$s)."),

		/** A link is gone. */
		LINK_MISSING("Maillon %1$d disparu.", "Link %1$d is missing."),

		/** A link stands beyond the end of the chain. */
		LINK_ADDED("Maillon %1$d ajouté hors de l’application (%2$s, ligne %3$s).",
				"Link %1$d was added outside the application (%2$s, row %3$s)."),

		/** The note of the chain's end is gone. */
		HEAD_MISSING("La fin de la chaîne n’est plus connue.", "The end of the chain is no longer known."),

		/** A chain no longer holds the link that was its end when an anchor was kept. */
		CHAIN_REWRITTEN("La chaîne a été récrite : le maillon %1$d n’est plus celui qui avait été noté ailleurs.",
				"The chain was written anew: link %1$d is not the one that was noted elsewhere."),

		/** The row of a link isn't what the link says. */
		ROW_ALTERED("La ligne %3$s de %2$s a été altérée (maillon %1$d).", "Row %3$s of %2$s was altered (link %1$d)."),

		/** The row of a link is gone. */
		ROW_MISSING("La ligne %3$s de %2$s a disparu (maillon %1$d).", "Row %3$s of %2$s is missing (link %1$d)."),

		/** A row has no link. */
		ROW_ADDED("La ligne %3$s de %2$s a été ajoutée hors de l’application.",
				"Row %3$s of %2$s was added outside the application.");

		private final String french;

		private final String english;

		Kind(String french, String english) {
			this.french = french;
			this.english = english;
		}

	}

}
