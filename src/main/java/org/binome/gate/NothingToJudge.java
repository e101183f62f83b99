package org.binome.gate;

/**
 * A gate was asked before what it is about exists, such as the approval of a contract not
 * yet drawn up. A designer may ask gates anywhere, so this is no failure: the gate holds
 * and says what comes first.
 */
public class NothingToJudge extends RuntimeException {

	private final String french;

	private final String remedyFrench;

	private final String remedyEnglish;

	/**
	 * Says what is missing and what to do, in French and English.
	 */
	public NothingToJudge(String french, String english, String remedyFrench, String remedyEnglish) {
		super(english);
		this.french = french;
		this.remedyFrench = remedyFrench;
		this.remedyEnglish = remedyEnglish;
	}

	Finding finding(Gate gate) {
		return new Finding(gate.rules().getFirst(), this.french, getMessage(), this.remedyFrench, this.remedyEnglish);
	}

}
