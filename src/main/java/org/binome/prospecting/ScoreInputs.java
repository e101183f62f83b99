package org.binome.prospecting;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What the table of scores is asked with. Equal inputs have equal scores.
 *
 * @param sizeRatio their audience divided by ours, two significant digits; 1 when theirs
 * is unknown (PRO-15)
 * @param reachable whether the contact is one of the key people (PRO-24)
 */
public record ScoreInputs(int audienceAffinity, int productFit, int imageFit, int cultureFit, Openness openness,
		BigDecimal sizeRatio, boolean reachable, Relation relation) {

	static ScoreInputs of(Candidate candidate, long ourAudience) {
		Criteria criteria = candidate.criteria();
		BigDecimal ratio = (criteria.audience() != null)
				? new BigDecimal(criteria.audience()).divide(new BigDecimal(ourAudience), MathContext.DECIMAL64)
					.round(new MathContext(2))
				: BigDecimal.ONE;
		return new ScoreInputs(criteria.audienceAffinity(), criteria.productFit(), criteria.imageFit(),
				criteria.cultureFit(), criteria.openness(), ratio.stripTrailingZeros(), candidate.contact().keyPerson(),
				criteria.relation());
	}

}
