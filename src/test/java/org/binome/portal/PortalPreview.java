package org.binome.portal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.binome.DatabaseTest;
import org.binome.contract.AgreedTerms;
import org.binome.contract.BatchRun;
import org.binome.contract.Batches;
import org.binome.contract.Contract;
import org.binome.contract.ContractDetails;
import org.binome.contract.Contracts;
import org.binome.decision.Timeline;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.Verdict;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Stage;
import org.binome.prospecting.Longlist;
import org.binome.prospecting.NewProgramme;
import org.binome.prospecting.Programme;
import org.binome.prospecting.Programmes;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Serves the pages with demonstration data and without Camunda, to look at them while
 * working on a view. Arguments are those of Spring Boot, such as
 * <code>--server.port=8099</code>.
 */
public final class PortalPreview {

	private PortalPreview() {
	}

	public static void main(String[] arguments) throws Exception {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(PortalTest.Portal.class, Scene.class,
				AgreedTerms.class)
			.initializers(new DatabaseTest.Database())
			.profiles("test", "preview")
			.run(arguments);
		new Demonstration(context).play();
	}

	/** Fills the database. */
	private record Demonstration(ConfigurableApplicationContext context) {

		void play() throws Exception {
			Programme programme = bean(Programmes.class).open(new NewProgramme("Partenaires printemps 2027", "standard",
					"marketing", "Familles qui cuisinent et reçoivent chez elles", 40_000, "manager", "fr"));
			String sample = new ClassPathResource("portal/sample.csv").getContentAsString(StandardCharsets.UTF_8);
			bean(Longlist.class).importCsv(programme.id(), "candidats.csv", (sample
					+ "Trop haut;FR;fr;;;Contact;contact@trop-haut.example;direction;;;;;;;9;4;4;4;;;\n"
					+ ";FR;fr;;;Contact;pas-une-adresse;direction;;;;;;;4;4;4;4;;;\n"
					+ "Maison Verveine;BE;fr;https://maison-verveine.example;;Contact;a@maison-verveine.example;x;;;;4;4;4;4;;;\n")
				.getBytes(StandardCharsets.UTF_8), "manager");
			Programme earlier = bean(Programmes.class)
				.open(new NewProgramme("Automne 2026", "standard", "marketing", "", 40_000, "manager", "fr"));
			String[] names = { "Ateliers du Fleuve", "Maison Verveine", "Northlight Journal", "Compagnie des Marées",
					"Brasserie de la Combe", "Le Potager du Nord et Fils, Sélections de saison" };
			Stage[] stages = { Stage.APPROACH, Stage.APPROACH, Stage.RELATIONSHIP, Stage.CONTRACT, Stage.TRACKING,
					Stage.PLANNING };
			for (int index = 0; index < names.length; index++) {
				partnership(earlier.id(), names[index], stages[index], index);
			}
			contracts();
		}

		/**
		 * A contract with three revisions, and a batch in which one of three can't be
		 * drafted.
		 */
		private void contracts() {
			Contract reviewed = contract("fr");
			bean(Contracts.class).correct(reviewed.id(), 2,
					new ContractDetails("Atelier du Levant SARL", "4 quai des Tanneurs, 44000 Nantes",
							"000 000 002 RCS Nantes", "la gérante", "gérante", "FR", "Adresse et signataire complétés"),
					"manager");
			bean(Contracts.class).generate(reviewed.id(), 2, "strict");
			bean(Contracts.class).generate(reviewed.id(), 3, "light");
			System.out.println("A contract: /contracts/" + reviewed.id() + "/review?revision=3&since=1&redline=true");
			String[] changes = { "html = replace(html, 'Confidentialité', 'Discrétion')", "data = data - 'noticeDays'",
					"html = html" };
			bean(TransactionTemplate.class).executeWithoutResult((status) -> {
				bean(JdbcClient.class).sql("set local session_replication_role = replica").update();
				for (String change : changes) {
					UUID id = contract("fr").id();
					bean(JdbcClient.class).sql("update contract_revision set " + change + " where contract_id = ?")
						.param(id)
						.update();
					bean(JdbcClient.class)
						.sql("update contract set state = 'IN_FORCE', revision_in_force = 1 where id = ?")
						.param(id)
						.update();
				}
			});
			System.out.println(
					"A batch: /batches/" + bean(Batches.class).start("Clause de confidentialité revue", "legal").id());
			bean(BatchRun.class).run();
		}

		private Contract contract(String language) {
			Contract contract = bean(Contracts.class).open(bean(AgreedTerms.class).accepted(language).id());
			bean(Contracts.class).generate(contract.id(), 1, "standard");
			return contract;
		}

		private void partnership(UUID programme, String name, Stage stage, int index) {
			Partnership partnership = bean(Scene.class).partnership(programme, name,
					name.replaceAll("[^A-Za-z]+", "-").toLowerCase(java.util.Locale.ROOT) + ".example", "fr");
			UUID id = partnership.id();
			bean(Partnerships.class).enter(id, stage);
			bean(JdbcClient.class)
				.sql("update partnership set stage_since = now() - make_interval(days => ?) where id = ?")
				.params(index * 4, id)
				.update();
			Timeline timeline = bean(Timeline.class);
			timeline.note(id, "opened:" + id, "stage", "binome", "Partenariat ouvert depuis la courte liste.",
					"Partnership opened from the shortlist.");
			timeline.note(id, "gesture:" + id, "gesture", "manager",
					"Geste : commentaire de leur dossier sur les circuits courts.",
					"Gesture: comment on their feature about short supply chains.");
			bean(OpenTasks.class).add(id, "Task_SetObjectives", "Fixer les objectifs communs", "partnership-managers");
			Gates gates = bean(Gates.class);
			gates.record(Gate.WARMTH, id, Verdict.of(List.of()), new Gates.Origin(1, 1, index * 10L));
			if (stage != Stage.APPROACH) {
				gates.record(Gate.FOUR_PILLARS, id, (stage == Stage.RELATIONSHIP) ? Verdict.of(List.of(new Finding(
						"QUA-06",
						"Le partenaire met 2 au pilier « projet » ; chaque pilier demande au moins 3 des deux côtés.",
						"The partner scores the pillar “project” 2; each pillar needs at least 3 on both sides.",
						"Parlez de ce pilier ensemble, puis notez à nouveau.",
						"Talk about this pillar together, then score again."))) : Verdict.of(List.of()),
						new Gates.Origin(1, 1, index * 10L + 1));
			}
			if (index == 0) {
				System.out.println("A partner's page: "
						+ bean(Scene.class).link(partnership, "question", Duration.ofDays(9)).url());
			}
			if (stage == Stage.TRACKING) {
				bean(Partnerships.class).activate(id);
			}
			if (stage == Stage.TRACKING || stage == Stage.PLANNING) {
				plan(id);
			}
		}

		private void plan(UUID partnership) {
			JdbcClient jdbc = bean(JdbcClient.class);
			LocalDate today = LocalDate.now(bean(Clock.class));
			UUID plan = UUID.randomUUID();
			jdbc.sql("""
					insert into plan (id, partnership_id, revision, entry_key, launch_on, our_country, partner_country)
					values (?, ?, 1, 1, ?, 'FR', 'FR')""").params(plan, partnership, today.plusDays(30)).update();
			String[] actions = { "Valider le message commun", "Préparer la page d’accueil commune",
					"Former les équipes des deux côtés", "Lancer" };
			for (int index = 0; index < actions.length; index++) {
				jdbc.sql("""
						insert into planned_action (id, plan_id, position, name, due_on, owner, side, state)
						values (?, ?, ?, ?, ?, ?, 'OURS', ?)""")
					.params(UUID.randomUUID(), plan, index, actions[index], today.plusDays(index * 10L - 12),
							(index == 1) ? "Responsable communication" : "manager", (index == 0) ? "DONE" : "PLANNED")
					.update();
			}
			UUID metric = bean(Scene.class).metric(bean(Partnerships.class).get(partnership));
			for (int index = 0; index < 3; index++) {
				jdbc.sql("""
						insert into reading (metric_id, on_date, revision, value, recorded_by, source)
						values (?, ?, 1, ?, 'manager', 'API')""")
					.params(metric, today.minusDays(index * 7L), BigDecimal.valueOf(640 - index * 180L))
					.update();
			}
		}

		private <T> T bean(Class<T> type) {
			return this.context.getBean(type);
		}

	}

}
