package org.binome.tracking;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.gate.TrackingPlanPolicy;
import org.binome.gate.Verdict.Passed;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.planning.Plans;
import org.binome.relationship.Pairs;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells the partner what is followed, who answers for it, and where the plan is (TRK-06).
 */
@Service
public class TrackingLetter {

	private final TrackingPlans trackingPlans;

	private final Metrics metrics;

	private final Plans plans;

	private final Pairs pairs;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Letters letters;

	private final Mailer mailer;

	private final Accounts accounts;

	private final Company company;

	private final JdbcClient jdbc;

	TrackingLetter(TrackingPlans trackingPlans, Metrics metrics, Plans plans, Pairs pairs, Partnerships partnerships,
			Organisations organisations, Letters letters, Mailer mailer, Accounts accounts, Company company,
			JdbcClient jdbc) {
		this.trackingPlans = trackingPlans;
		this.metrics = metrics;
		this.plans = plans;
		this.pairs = pairs;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.letters = letters;
		this.mailer = mailer;
		this.accounts = accounts;
		this.company = company;
		this.jdbc = jdbc;
	}

	/**
	 * Mails the latest tracking plan to the partner, once; one that its gate would hold
	 * is not mailed.
	 */
	public void send(UUID partnershipId) {
		if (!(TrackingPlanPolicy.verdict(this.trackingPlans.facts(partnershipId)) instanceof Passed)) {
			return;
		}
		UUID plan = this.jdbc.sql("select id from tracking_plan where partnership_id = ? order by number desc limit 1")
			.param(partnershipId)
			.query(UUID.class)
			.single();
		Partnership partnership = this.partnerships.get(partnershipId);
		Organisation organisation = this.organisations.get(partnership.organisationId());
		Person person = this.pairs.partnerPerson(partnershipId);
		var values = new HashMap<String, Object>();
		values.put("name", person.name());
		values.put("metrics", metrics(partnershipId, Locale.of(organisation.language())));
		values.put("calendar", this.plans.calendarUrl(partnershipId));
		values.put("sender", this.accounts.nameOf(partnership.owner()));
		values.put("company", this.company.legalName());
		Letter letter = this.letters.write("tracking-plan", organisation.language(), values);
		this.mailer
			.send(new Mail("tracking-plan:" + plan, partnershipId, person.email(), letter.subject(), letter.text()));
	}

	private List<Map<String, String>> metrics(UUID partnershipId, Locale locale) {
		return this.metrics.of(partnershipId)
			.stream()
			.filter(Metric::decisive)
			.map((metric) -> Map.of("name", metric.name(), "target",
					NumberFormat.getInstance(locale).format(metric.target()) + " " + metric.unit(), "owner",
					this.accounts.nameOf(metric.owner()), "offTarget", metric.offTarget()))
			.toList();
	}

}
