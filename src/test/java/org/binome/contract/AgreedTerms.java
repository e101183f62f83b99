package org.binome.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Partnerships whose terms both sides have accepted, as the stage relationship leaves
 * them.
 */
@TestComponent
public class AgreedTerms {

	private final JdbcClient jdbc;

	private final Organisations organisations;

	private final Partnerships partnerships;

	AgreedTerms(JdbcClient jdbc, Organisations organisations, Partnerships partnerships) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.partnerships = partnerships;
	}

	/** A partnership without terms. */
	public Partnership partnership(String language) {
		UUID programme = UUID.randomUUID();
		this.jdbc.sql("""
				insert into programme (id, name, partnership_type, owner, language)
				values (?, ?, 'marketing', 'manager', 'fr')""").params(programme, "Programme " + programme).update();
		Organisation organisation = this.organisations.add("Atelier du Levant", "https://" + programme + ".example",
				"FR", language, ZoneId.of("Europe/Paris"), null);
		Person person = this.organisations.addPerson(organisation.id(), "Direction du partenaire",
				"direction@" + programme + ".example", "Direction");
		return this.partnerships.open(programme, organisation.id(), person.id(), "marketing", "manager");
	}

	/** A partnership with terms accepted by both sides, and one objective. */
	public Partnership accepted(String language) {
		Partnership partnership = partnership(language);
		accept(partnership, 1, "marketing", 60);
		return partnership;
	}

	/** A partnership with accepted terms on the products of another one. */
	public Partnership acceptedOn(String products) {
		Partnership partnership = partnership("fr");
		accept(partnership, 1, "marketing", 60, products);
		return partnership;
	}

	/**
	 * A partnership with further parties, whose terms all accepted.
	 * @param names of the further parties
	 */
	public Partnership accepted(String language, String kind, List<String> names) {
		Partnership partnership = partnership(language);
		accept(partnership, 1, kind, 60);
		UUID sheet = this.jdbc.sql("select id from term_sheet where partnership_id = ?")
			.param(partnership.id())
			.query(UUID.class)
			.single();
		for (int index = 0; index < names.size(); index++) {
			String name = names.get(index);
			int position = index + 3;
			Organisation organisation = this.organisations.add(name + " " + partnership.id(), null, "BE", language,
					ZoneId.of("Europe/Brussels"), null);
			Person person = this.organisations.addPerson(organisation.id(), "Direction de " + name,
					"party-" + position + "@" + partnership.id() + ".example", "Direction");
			this.jdbc.sql("""
					insert into term_sheet_party (term_sheet_id, position, organisation_id, person_id, name, country,
						language, contact_name, contact_email, contact_role, contribution, benefit, brand_conditions,
						never_shared)
					values (?, ?, ?, ?, ?, 'BE', ?, ?, ?, 'Direction', ?, ?, ?, ?)""")
				.params(sheet, position, organisation.id(), person.id(), name, language, person.name(), person.email(),
						"Apport de " + name, "Bénéfice de " + name, "Marque de " + name, "Secret de " + name)
				.update();
			this.jdbc.sql("""
					insert into term_sheet_answer (term_sheet_id, side, answer, answered_by)
					values (?, ?, 'ACCEPTED', 'x')""").params(sheet, "PARTY-" + position).update();
		}
		return partnership;
	}

	/** Further terms, accepted by both sides, on products nobody else has. */
	public void accept(Partnership partnership, int revision, String kind, int noticeDays) {
		accept(partnership, revision, kind, noticeDays, "Carnets " + partnership.id());
	}

	private void accept(Partnership partnership, int revision, String kind, int noticeDays, String products) {
		UUID sheet = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into term_sheet (id, partnership_id, revision, entry_key, kind, our_contribution,
						partner_contribution, our_benefit, partner_benefit, territory, products, sectors, value_minor, currency,
						duration_months, notice_days, launch_on, risk)
					values (?, ?, ?, ?, ?, 'Six articles invités', 'Deux ateliers', 'Une présence', 'Des contenus',
						'France; Belgique', ?, 'Librairies', 6000000, 'EUR', 12, ?, ?, 'medium')""")
			.params(sheet, partnership.id(), revision, 100L + revision, kind, products, noticeDays,
					LocalDate.of(2027, 1, 11))
			.update();
		for (String side : new String[] { "OURS", "PARTNER" }) {
			this.jdbc
				.sql("insert into term_sheet_answer (term_sheet_id, side, answer, answered_by) values (?, ?, ?, ?)")
				.params(sheet, side, "ACCEPTED", "x")
				.update();
		}
		UUID set = UUID.randomUUID();
		this.jdbc.sql("""
				insert into objective_set (id, partnership_id, number, entry_key, common_project)
				values (?, ?, ?, ?, 'Projet')""").params(set, partnership.id(), revision, 100L + revision).update();
		this.jdbc.sql("""
				insert into objective (id, set_id, position, name, target, unit, due_on, benchmark)
				values (?, ?, 0, 'Inscrits', 1200, 'personnes', ?, '')""")
			.params(UUID.randomUUID(), set, LocalDate.of(2027, 6, 30))
			.update();
	}

}
