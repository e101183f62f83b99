package org.binome.process.brief;

import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.process.Brief;
import org.binome.process.Job;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What briefs of tasks about one partnership have in common.
 */
@Component
class PartnershipBriefs {

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final String portalUrl;

	PartnershipBriefs(Partnerships partnerships, Organisations organisations,
			@Value("${binome.portal-url}") String portalUrl) {
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.portalUrl = portalUrl;
	}

	/** A brief with the partner's name and the link to the partnership's page. */
	Brief about(Job job) {
		return Brief.about(job.language(), organisation(job).name())
			.link(this.portalUrl + "/partnerships/" + job.partnershipId(), "Voir le partenariat",
					"See the partnership");
	}

	Partnership partnership(Job job) {
		return this.partnerships.get(job.partnershipId());
	}

	Organisation organisation(Job job) {
		return this.organisations.get(partnership(job).organisationId());
	}

	static String choose(Job job, String french, String english) {
		return "fr".equals(job.language()) ? french : english;
	}

}
