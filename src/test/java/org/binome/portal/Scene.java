package org.binome.portal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;

import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Data for tests of pages.
 */
@TestComponent
public class Scene {

	private final JdbcClient jdbc;

	private final Organisations organisations;

	private final Partnerships partnerships;

	private final SignedLinks links;

	Scene(JdbcClient jdbc, Organisations organisations, Partnerships partnerships, SignedLinks links) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.partnerships = partnerships;
		this.links = links;
	}

	/** A programme of this name with a number that makes it the only one. */
	public UUID programme(String name) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into programme (id, name, partnership_type, owner, language)
				values (?, ?, 'marketing', 'manager', 'fr')""").params(id, name + " " + id).update();
		return id;
	}

	/** A partnership with an organisation of this name and language. */
	public Partnership partnership(String organisationName, String language) {
		return partnership(programme("Programme"), organisationName, UUID.randomUUID() + ".example", language);
	}

	/** A partnership in this programme with the organisation of this domain. */
	public Partnership partnership(UUID programme, String organisationName, String domain, String language) {
		Organisation organisation = this.organisations.add(organisationName, "https://" + domain, "FR", language,
				ZoneId.of("Europe/Paris"), null);
		Person person = this.organisations.addPerson(organisation.id(), "Direction du marketing", "marketing@" + domain,
				"marketing");
		return this.partnerships.open(programme, organisation.id(), person.id(), "marketing", "manager");
	}

	/** A decisive metric that the partnership follows. */
	public UUID metric(Partnership partnership) {
		UUID set = UUID.randomUUID();
		UUID objective = UUID.randomUUID();
		UUID plan = UUID.randomUUID();
		UUID metric = UUID.randomUUID();
		this.jdbc.sql("""
				insert into objective_set (id, partnership_id, number, entry_key, common_project)
				values (?, ?, 1, 1, 'Une table d’hôtes itinérante, une ville par mois.')""")
			.params(set, partnership.id())
			.update();
		this.jdbc.sql("""
				insert into objective (id, set_id, position, name, target, unit, due_on, benchmark)
				values (?, ?, 1, 'Nouveaux abonnés', 1200, 'abonnés', '2027-06-30', '700 l’an dernier')""")
			.params(objective, set)
			.update();
		this.jdbc
			.sql("insert into tracking_plan (id, partnership_id, number, entry_key, metrics) values (?, ?, 1, 1, '[]')")
			.params(plan, partnership.id())
			.update();
		this.jdbc.sql("""
				insert into metric (id, tracking_plan_id, partnership_id, objective_id, position, decisive, name, kind,
					target, unit, owner, off_target)
				values (?, ?, ?, ?, 1, true, 'Abonnés venus du partenaire', 'leads', 1200, 'abonnés', 'manager',
					'Revoir le message ensemble')""").params(metric, plan, partnership.id(), objective).update();
		return metric;
	}

	/** A link of this purpose to the contact of the partnership. */
	public SignedLink link(Partnership partnership, String purpose, Duration validity) {
		return this.links.issue(purpose, partnership.id(), partnership.contactId(), null,
				purpose + ":" + UUID.randomUUID(), validity);
	}

}
