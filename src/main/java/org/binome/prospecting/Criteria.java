package org.binome.prospecting;

/**
 * What a candidate is judged by.
 *
 * @param audience how many people they reach, null when unknown
 * @param audienceAffinity 1 to 5: is their audience truly ours? Below 3 knocks out
 * (PRO-20)
 * @param productFit 1 to 5 (PRO-17)
 * @param imageFit 1 to 5 (PRO-17)
 * @param cultureFit 1 to 5 (PRO-25)
 * @param evidence what the marks rest on
 */
public record Criteria(Long audience, int audienceAffinity, int productFit, int imageFit, int cultureFit,
		Openness openness, Relation relation, String evidence) {
}
