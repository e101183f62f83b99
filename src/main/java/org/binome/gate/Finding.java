package org.binome.gate;

/**
 * Why a gate holds, in words a partnership manager understands.
 *
 * @param rule the id of the rule, such as "QUA-06"
 * @param french the reason in French
 * @param english the reason in English
 * @param remedyFrench what would clear it, in French
 * @param remedyEnglish what would clear it, in English
 * @param fact the fact it rests on, as name and value such as "sizeRatio=120"; null when
 * the reason itself says it
 */
public record Finding(String rule, String french, String english, String remedyFrench, String remedyEnglish,
		String fact) {

	public Finding(String rule, String french, String english, String remedyFrench, String remedyEnglish) {
		this(rule, french, english, remedyFrench, remedyEnglish, null);
	}

	public String text(String language) {
		return "fr".equals(language) ? this.french : this.english;
	}

	public String remedy(String language) {
		return "fr".equals(language) ? this.remedyFrench : this.remedyEnglish;
	}

}
