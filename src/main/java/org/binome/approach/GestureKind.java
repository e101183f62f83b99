package org.binome.approach;

/**
 * The small gestures that build a relation (REL-02).
 */
public enum GestureKind {

	COMMENT("commentaire", "comment"), GUEST_ARTICLE("article invité", "guest article"),
	THANK_YOU("remerciement", "thank-you"), PUBLICITY("publicité offerte", "free publicity"),
	LINK("lien vers eux", "link to them"), INTRODUCTION("mise en relation", "introduction"),
	MEETING("rencontre", "meeting"), EVENT("événement", "event");

	private final String french;

	private final String english;

	GestureKind(String french, String english) {
		this.french = french;
		this.english = english;
	}

	public String label(String language) {
		return "fr".equals(language) ? this.french : this.english;
	}

	/** Whether we have met the person since (APP-05). */
	public boolean inPerson() {
		return this == INTRODUCTION || this == MEETING || this == EVENT;
	}

}
