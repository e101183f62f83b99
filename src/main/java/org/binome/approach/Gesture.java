package org.binome.approach;

import java.time.LocalDate;

/**
 * Something done for a partner-to-be without asking for anything (REL-02).
 */
public record Gesture(GestureKind kind, LocalDate on, String note) {

	public Gesture {
		note = (note != null) ? note.strip() : "";
	}

}
