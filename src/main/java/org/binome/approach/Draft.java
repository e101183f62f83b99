package org.binome.approach;

/**
 * What a person writes of a message; the template adds the rest (APP-10).
 *
 * @param source who told us of them
 * @param whyThem why this partner and no other (APP-12)
 * @param theirBenefit what they gain (APP-14)
 * @param idea the idea in plain words
 * @param phone where we can be called
 * @param hours when we can be called (APP-06)
 */
public record Draft(String source, String whyThem, String theirBenefit, String idea, String phone, String hours) {

	public Draft {
		source = clean(source);
		whyThem = clean(whyThem);
		theirBenefit = clean(theirBenefit);
		idea = clean(idea);
		phone = clean(phone);
		hours = clean(hours);
	}

	private static String clean(String text) {
		return (text != null) ? text.strip() : "";
	}

}
