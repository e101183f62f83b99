package org.binome.process.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.account.Role;
import org.binome.gate.Finding;
import org.binome.gate.FourPillarsPolicy.Pillar;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.gate.PartnershipDefinitionPolicy.Point;
import org.binome.gate.SponsorDecisionPolicy;
import org.binome.gate.TermSheetPolicy;
import org.binome.partner.Organisations;
import org.binome.partner.Person;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.PartnerReminder;
import org.binome.process.TaskBrief;
import org.binome.relationship.Correspondence;
import org.binome.relationship.Definitions;
import org.binome.relationship.FormalityLadder.Rung;
import org.binome.relationship.Governance;
import org.binome.relationship.Ledgers;
import org.binome.relationship.Ledgers.Ledger;
import org.binome.relationship.Objective;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pairs;
import org.binome.relationship.Pairs.Entry;
import org.binome.relationship.Party;
import org.binome.relationship.PillarRound;
import org.binome.relationship.PillarScores;
import org.binome.relationship.Pillars;
import org.binome.relationship.SecondLooks;
import org.binome.relationship.TermSheetRevision;
import org.binome.relationship.TermSheetRevision.Answer;
import org.binome.relationship.TermSheetRevision.Reply;
import org.binome.relationship.TermSheets;
import org.binome.relationship.Terms;

import org.springframework.stereotype.Component;

/**
 * What the human tasks of the relationship stage show, and how the partner is reminded.
 */
final class RelationshipBriefs {

	private RelationshipBriefs() {
	}

	/** Is it a partnership, or a customer or supplier? (QUA-01, PRO-27) */
	@Component
	static class DefinePartnership implements TaskBrief {

		private final PartnershipBriefs common;

		private final Definitions definitions;

		private final Gates gates;

		DefinePartnership(PartnershipBriefs common, Definitions definitions, Gates gates) {
			this.common = common;
			this.definitions = definitions;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_DefinePartnership";
		}

		@Override
		public Brief brief(Job job) {
			Brief brief = this.common.about(job)
				.summary(
						"Cinq points font un partenariat, tous les cinq. S’il en manque un, c’est peut-être un bon client ou un bon fournisseur : ce n’est pas un échec, dites-le ici.",
						"Five points make a partnership, all five. Where one is missing it may be a good customer or a good supplier: that is no failure, say so here.")
				.findings(this.gates.openFindings(job.partnershipId(), Gate.PARTNERSHIP_DEFINITION))
				.prefill("standing", "partner");
			this.definitions.latest(job.partnershipId()).ifPresent((definition) -> {
				FIELDS.forEach((field, point) -> {
					var answer = definition.answers().get(point);
					if (answer != null) {
						brief.prefill(field, answer.holds() ? "yes" : "no")
							.prefill(field + "Because", answer.because());
					}
				});
				brief.prefill("money", definition.money().name().toLowerCase(Locale.ROOT));
			});
			return brief;
		}

		private static final Map<String, Point> FIELDS = Map.of("autonomous", Point.AUTONOMOUS, "pooledEfforts",
				Point.POOLED_EFFORTS, "commonGoal", Point.COMMON_GOAL, "ownMissions", Point.OWN_MISSIONS,
				"sharedStakes", Point.SHARED_STAKES);

	}

	/** Who are the two people, and who is above them? (GOV-01, GOV-02) */
	@Component
	static class NamePair implements TaskBrief {

		private final PartnershipBriefs common;

		private final Pairs pairs;

		private final Governance governance;

		private final Organisations organisations;

		private final Accounts accounts;

		private final Gates gates;

		NamePair(PartnershipBriefs common, Pairs pairs, Governance governance, Organisations organisations,
				Accounts accounts, Gates gates) {
			this.common = common;
			this.pairs = pairs;
			this.governance = governance;
			this.organisations = organisations;
			this.accounts = accounts;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_NamePair";
		}

		@Override
		public Brief brief(Job job) {
			Person contact = this.organisations.person(this.common.partnership(job).contactId());
			Brief brief = this.common.about(job)
				.summary(
						"Sans binôme, rien n’est possible : une personne nommée de chaque côté. Insistez jusque-là. Et au moins un niveau au-dessus, des deux côtés : c’est lui qui aide quand on est bloqué.",
						"Nothing is possible without a pair: one person named on each side. Insist until then. And one level above at least, on both sides: that is who helps when you are stuck.")
				.fact("Premier contact", "First contact", contact.name() + " <" + contact.email() + ">")
				.fact("Identifiants chez nous", "User names on our side",
						String.join(", ", this.accounts.accounts().stream().map(Account::username).toList()))
				.findings(this.gates.openFindings(job.partnershipId(), Gate.NAMED_PAIR, Gate.GOVERNANCE));
			this.governance.latest(job.partnershipId())
				.ifPresent((above) -> brief.prefill("ourSteering", above.ourSteering())
					.prefill("partnerSteering", above.partnerSteering())
					.prefill("ourExecutive", above.ourExecutive())
					.prefill("partnerExecutive", above.partnerExecutive()));
			return this.pairs.latest(job.partnershipId())
				.map((entry) -> departed(brief, entry).prefill("ourName", entry.ourPresentName())
					.prefill("partnerName", entry.partnerPresentName())
					.prefill("partnerEmail", entry.partnerPresentEmail())
					.prefill("partnerRole", entry.partnerLeft() ? "" : entry.partnerRole()))
				.orElseGet(() -> brief.prefill("ourName", this.common.partnership(job).owner())
					.prefill("partnerName", contact.name())
					.prefill("partnerEmail", contact.email())
					.prefill("partnerRole", contact.role()));
		}

		private Brief departed(Brief brief, Entry entry) {
			if (entry.weLeft()) {
				brief.fact("A quitté le binôme", "Has left the pair", this.accounts.nameOf(entry.ourAccount()));
			}
			if (entry.partnerLeft()) {
				brief.fact("A quitté le binôme", "Has left the pair", entry.partnerName());
			}
			return brief;
		}

	}

	/** How do we see the four pillars? (QUA-02 to QUA-05) */
	@Component
	static class ScorePillars implements TaskBrief {

		private final PartnershipBriefs common;

		private final Pillars pillars;

		ScorePillars(PartnershipBriefs common, Pillars pillars) {
			this.common = common;
			this.pillars = pillars;
		}

		@Override
		public String task() {
			return "Task_ScorePillars";
		}

		@Override
		public Brief brief(Job job) {
			int round = this.pillars.latest(job.partnershipId()).map(PillarRound::number).orElse(1);
			return this.common.about(job)
				.summary(
						"Notez chaque pilier de votre côté ; le partenaire fait de même sans voir vos notes. La plus basse décide, jamais la moyenne : un pilier qui manque fait tomber la table.",
						"Score each pillar from our side; the partner does the same without seeing yours. The lowest decides, never the average: a missing pillar makes the table fall.")
				.fact("Tour", "Round", round);
		}

	}

	/** What do we do about a missing pillar? (QUA-06) */
	@Component
	static class ClosePillarGap implements TaskBrief {

		private final PartnershipBriefs common;

		private final Pillars pillars;

		private final Gates gates;

		ClosePillarGap(PartnershipBriefs common, Pillars pillars, Gates gates) {
			this.common = common;
			this.pillars = pillars;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_ClosePillarGap";
		}

		@Override
		public Brief brief(Job job) {
			Optional<PillarRound> round = this.pillars.latest(job.partnershipId());
			PillarScores ours = round.map(PillarRound::ours).orElse(null);
			PillarScores partners = round.map(PillarRound::partners).orElse(null);
			return this.common.about(job)
				.summary("Un pilier manque. Parlez-en avec le partenaire, puis notez à nouveau, ou arrêtez-vous là.",
						"A pillar is missing. Talk about it with the partner and score again, or stop here.")
				.fact("Ce que nous en disons", "What we say", (ours != null) ? ours.comment() : null)
				.fact("Ce que dit le partenaire", "What the partner says",
						(partners != null) ? partners.comment() : null)
				.with("pillars", table(job.language(), ours, partners))
				.findings(this.gates.openFindings(job.partnershipId(), Gate.FOUR_PILLARS));
		}

		private static List<Map<String, String>> table(String language, PillarScores ours, PillarScores partners) {
			var rows = new ArrayList<Map<String, String>>();
			for (Pillar pillar : Pillar.values()) {
				Integer our = (ours != null) ? ours.byPillar().get(pillar) : null;
				Integer their = (partners != null) ? partners.byPillar().get(pillar) : null;
				rows.add(Map.of("pillar", pillar.label(language), "ours", text(our), "theirs", text(their), "gap",
						(our != null && their != null) ? text(Math.abs(our - their)) : "–"));
			}
			return rows;
		}

		private static String text(Integer score) {
			return (score != null) ? score.toString() : "–";
		}

	}

	/**
	 * What do we want to reach together, and what does each side give and get? (QUA-03,
	 * QUA-04, QUA-09, QUA-10, QUA-12, QUA-14, QUA-15)
	 */
	@Component
	static class SetObjectives implements TaskBrief {

		private final PartnershipBriefs common;

		private final Objectives objectives;

		private final Ledgers ledgers;

		private final SecondLooks looks;

		private final Gates gates;

		SetObjectives(PartnershipBriefs common, Objectives objectives, Ledgers ledgers, SecondLooks looks,
				Gates gates) {
			this.common = common;
			this.objectives = objectives;
			this.ledgers = ledgers;
			this.looks = looks;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_SetObjectives";
		}

		@Override
		public Brief brief(Job job) {
			List<Objective> known = this.objectives.of(job.partnershipId());
			Brief brief = this.common.about(job);
			this.ledgers.latest(job.partnershipId()).ifPresent((ledger) -> prefill(brief, ledger));
			this.looks.latest(job.partnershipId())
				.ifPresent((look) -> brief.fact("Le second regard a vu", "The second look saw", look.seen()));
			return brief.summary(
					"Visez haut et en chiffres, le chiffre d’affaires d’abord : un nombre, une unité, une date, et à quoi vous le comparez – ou pourquoi rien ne s’y compare. Puis pesez ce que chacun donne et reçoit.",
					"Aim high and in figures, revenue first: a number, a unit, a date, and what you compare it with – or why nothing compares. Then weigh what each side gives and gets.")
				.findings(this.gates.openFindings(job.partnershipId(), Gate.RECIPROCITY, Gate.QUANTIFIED_OBJECTIVES,
						Gate.SECOND_LOOK, Gate.TERM_SHEET))
				.prefill("commonProject", this.objectives.commonProject(job.partnershipId()))
				.prefill("objectives",
						known.isEmpty() ? List.of(Map.of("name",
								PartnershipBriefs.choose(job, "Chiffre d’affaires commun", "Common revenue"), "unit",
								"EUR")) : known.stream().map(SetObjectives::row).toList());
		}

		private static void prefill(Brief brief, Ledger ledger) {
			brief.prefill("wePromote", ledger.wePromote() ? "yes" : "no")
				.prefill("theyPromote", ledger.theyPromote() ? "yes" : "no")
				.prefill("ourGain", ledger.ourGain())
				.prefill("ourMoney", ledger.ourMoney())
				.prefill("partnerGain", ledger.partnerGain())
				.prefill("partnerMoney", ledger.partnerMoney())
				.prefill("weGive", ledger.weGive())
				.prefill("weGet", ledger.weGet())
				.prefill("theyGive", ledger.theyGive())
				.prefill("theyGet", ledger.theyGet());
		}

		private static Map<String, Object> row(Objective objective) {
			var row = new HashMap<String, Object>();
			row.put("name", objective.name());
			row.put("target", objective.target());
			row.put("unit", objective.unit());
			row.put("dueOn", (objective.dueOn() != null) ? objective.dueOn().toString() : null);
			row.put("benchmark", objective.benchmark());
			return row;
		}

	}

	/** Think twice before concluding (QUA-11). */
	@Component
	static class SecondLook implements TaskBrief {

		private final PartnershipBriefs common;

		private final Objectives objectives;

		private final Ledgers ledgers;

		private final Pillars pillars;

		private final SecondLooks looks;

		private final Accounts accounts;

		private final Gates gates;

		SecondLook(PartnershipBriefs common, Objectives objectives, Ledgers ledgers, Pillars pillars, SecondLooks looks,
				Accounts accounts, Gates gates) {
			this.common = common;
			this.objectives = objectives;
			this.ledgers = ledgers;
			this.pillars = pillars;
			this.looks = looks;
			this.accounts = accounts;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_SecondLook";
		}

		@Override
		public Brief brief(Job job) {
			String owner = this.accounts.nameOf(this.common.partnership(job).owner());
			String colleagues = this.looks.colleagues(job.partnershipId())
				.map(Account::name)
				.collect(Collectors.joining(", "));
			Brief brief = this.common.about(job)
				.summary(
						"Réfléchissez à deux fois avant de conclure, avec un œil neuf : %s en est responsable, c’est donc à quelqu’un d’autre de regarder."
							.formatted(owner),
						"Think twice before concluding, with fresh eyes: %s is in charge, so somebody else looks."
							.formatted(owner))
				.fact("Qui peut regarder", "Who can look", colleagues.isEmpty() ? owner : colleagues)
				.fact("Projet commun", "Common project", this.objectives.commonProject(job.partnershipId()))
				.findings(this.gates.openFindings(job.partnershipId(), Gate.SECOND_LOOK, Gate.RECIPROCITY));
			for (Objective objective : this.objectives.of(job.partnershipId())) {
				brief.fact("Objectif", "Objective", text(objective) + " · " + objective.benchmark());
			}
			this.pillars.latest(job.partnershipId())
				.filter((round) -> round.ours() != null && round.partners() != null)
				.ifPresent((round) -> brief.fact("Pilier le plus faible", "Weakest pillar", weakest(round) + " / 5"));
			this.ledgers.latest(job.partnershipId())
				.ifPresent((ledger) -> brief.fact("Nous gagnons", "We gain", ledger.ourGain())
					.fact("Le partenaire gagne", "The partner gains", ledger.partnerGain()));
			this.looks.latest(job.partnershipId())
				.ifPresent((look) -> brief.fact("Regard précédent", "Previous look",
						this.accounts.nameOf(look.by()) + " : " + look.seen()));
			return brief;
		}

	}

	/** What are the terms? (CON-06) */
	@Component
	static class WriteTermSheet implements TaskBrief {

		private static final int USUAL_MONTHS = 12;

		private static final int USUAL_NOTICE_DAYS = 90;

		private final PartnershipBriefs common;

		private final TermSheets termSheets;

		private final Objectives objectives;

		private final Gates gates;

		private final Company company;

		WriteTermSheet(PartnershipBriefs common, TermSheets termSheets, Objectives objectives, Gates gates,
				Company company) {
			this.common = common;
			this.termSheets = termSheets;
			this.objectives = objectives;
			this.gates = gates;
			this.company = company;
		}

		@Override
		public String task() {
			return "Task_WriteTermSheet";
		}

		@Override
		public Brief brief(Job job) {
			Brief brief = this.common.about(job)
				.summary(
						"Écrivez les conditions en clair, avant tout juriste : ce que chacun apporte et gagne, les frontières, la valeur, la durée. Le partenaire reçoit exactement ce texte.",
						"Write the terms in plain words, before any lawyer: what each side brings and gains, the frontiers, the value, the duration. The partner gets exactly this text.");
			for (Objective objective : this.objectives.of(job.partnershipId())) {
				brief.fact("Objectif", "Objective", text(objective));
			}
			brief.with("frenchLaw", frenchLaw(job));
			Optional<TermSheetRevision> latest = this.termSheets.latest(job.partnershipId());
			if (latest.isEmpty()) {
				return brief.prefill("kind", this.common.partnership(job).type())
					.prefill("currency", "EUR")
					.prefill("durationMonths", USUAL_MONTHS)
					.prefill("noticeDays", USUAL_NOTICE_DAYS)
					.prefill("furtherParties", List.of());
			}
			TermSheetRevision revision = latest.get();
			brief.fact("Dernière révision", "Latest revision", revision.revision());
			Rung rung = this.termSheets.proposal(job.partnershipId(), revision.terms());
			brief.fact("Forme proposée", "Proposed kind",
					kind(rung.kind(), job.language()) + " – " + rung.reason(job.language()));
			if (TermSheetPolicy.isBelow(revision.terms().kind(), rung.kind())) {
				brief.fact("Plus légère que proposée", "Lighter than proposed", revision.terms().kindReason());
			}
			revision.replies().forEach((side, reply) -> asks(brief, who(revision, side, job.language()), reply));
			return prefill(brief.findings(findings(job, revision)), revision.terms());
		}

		/** Where France may govern, a memorandum may bind like a contract (CON-10). */
		private boolean frenchLaw(Job job) {
			return "FR".equals(this.company.country()) || "FR".equals(this.common.organisation(job).country());
		}

		private static void asks(Brief brief, String who, Reply reply) {
			switch (reply.answer()) {
				case CHANGES -> brief.fact(who + " demande", who + " asks", reply.note());
				case DECLINED -> brief.fact(who + " refuse", who + " declines", reply.note());
				case ACCEPTED -> {
				}
			}
		}

		/**
		 * What is missing counts while nobody has answered; after a request for changes,
		 * what the gate said before has been dealt with.
		 */
		private List<Finding> findings(Job job, TermSheetRevision revision) {
			if (revision.ours() != null && revision.ours().answer() == Answer.CHANGES) {
				return this.termSheets.missingToday(revision);
			}
			if (revision.partners() != null && revision.partners().answer() == Answer.CHANGES) {
				return List.of();
			}
			return this.gates.openFindings(job.partnershipId(), Gate.TERM_SHEET);
		}

		private static Brief prefill(Brief brief, Terms terms) {
			return brief.prefill("kind", terms.kind())
				.prefill("kindReason", terms.kindReason())
				.prefill("exclusive", terms.exclusive())
				.prefill("commissionPercent", terms.commission().percent())
				.prefill("commissionBasis", terms.commission().basis())
				.prefill("commissionPaymentDays", terms.commission().paymentDays())
				.prefill("ourBrandConditions", terms.ours().brandConditions())
				.prefill("partnerBrandConditions", terms.partners().brandConditions())
				.prefill("ourNeverShared", terms.ours().neverShared())
				.prefill("partnerNeverShared", terms.partners().neverShared())
				.prefill("furtherParties", terms.parties().stream().map(WriteTermSheet::row).toList())
				.prefill("ourContribution", terms.ourContribution())
				.prefill("partnerContribution", terms.partnerContribution())
				.prefill("ourBenefit", terms.ourBenefit())
				.prefill("partnerBenefit", terms.partnerBenefit())
				.prefill("territory", terms.territory())
				.prefill("products", terms.products())
				.prefill("sectors", terms.sectors())
				.prefill("valueMinor", terms.valueMinor())
				.prefill("currency", terms.currency())
				.prefill("durationMonths", terms.durationMonths())
				.prefill("noticeDays", terms.noticeDays())
				.prefill("launchOn", (terms.launchOn() != null) ? terms.launchOn().toString() : null)
				.prefill("risk", terms.risk());
		}

		private static Map<String, Object> row(Party party) {
			return Map.of("name", party.name(), "country", party.country(), "language", party.language(), "contactName",
					party.contactName(), "contactRole", party.contactRole(), "contactEmail", party.contactEmail(),
					"contribution", party.contribution(), "benefit", party.benefit(), "brandConditions",
					party.reserve().brandConditions(), "neverShared", party.reserve().neverShared());
		}

	}

	/** Yes or no, on one page (QUA-18, QUA-19). */
	@Component
	static class SponsorDecision implements TaskBrief {

		private final PartnershipBriefs common;

		private final TermSheets termSheets;

		private final Objectives objectives;

		private final Pillars pillars;

		private final Gates gates;

		SponsorDecision(PartnershipBriefs common, TermSheets termSheets, Objectives objectives, Pillars pillars,
				Gates gates) {
			this.common = common;
			this.termSheets = termSheets;
			this.objectives = objectives;
			this.pillars = pillars;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_SponsorDecision";
		}

		@Override
		public Role role() {
			return Role.SPONSOR;
		}

		@Override
		public Brief brief(Job job) {
			Brief brief = this.common.about(job)
				.summary("Le partenaire a accepté ces conditions. Les acceptons-nous ? Oui ou non.",
						"The partner has accepted these terms. Do we accept them? Yes or no.")
				.fact("Projet commun", "Common project", this.objectives.commonProject(job.partnershipId()));
			for (Objective objective : this.objectives.of(job.partnershipId())) {
				brief.fact("Objectif", "Objective", text(objective) + " · " + objective.benchmark());
			}
			this.pillars.latest(job.partnershipId())
				.filter((round) -> round.ours() != null && round.partners() != null)
				.ifPresent((round) -> brief.fact("Pilier le plus faible", "Weakest pillar", weakest(round) + " / 5"));
			this.termSheets.latest(job.partnershipId())
				.filter((revision) -> revision.partners() != null)
				.ifPresent((revision) -> facts(brief, revision, job.language()));
			return brief.onOnePage(SponsorDecisionPolicy.PAGE)
				.findings(this.gates.openFindings(job.partnershipId(), Gate.SPONSOR_DECISION));
		}

		private static void facts(Brief brief, TermSheetRevision revision, String language) {
			Map<String, Object> terms = Correspondence.terms(revision.terms(), Locale.of(language));
			brief.fact("Révision", "Revision", revision.revision())
				.fact("Forme", "Kind", kind(revision.terms().kind(), language));
			if (TermSheetPolicy.isBelow(revision.terms().kind(), revision.proposedKind())) {
				brief.fact("Plus légère que proposée", "Lighter than proposed",
						kind(revision.proposedKind(), language) + " – " + revision.terms().kindReason());
			}
			brief.fact("Nous apportons", "We bring", terms.get("ourContribution"))
				.fact("Nous gagnons", "We gain", terms.get("ourBenefit"))
				.fact("Le partenaire apporte", "The partner brings", terms.get("theirContribution"))
				.fact("Le partenaire gagne", "The partner gains", terms.get("theirBenefit"));
			revision.terms()
				.parties()
				.forEach((party) -> brief.fact(party.name(), party.name(),
						party.contribution() + " / " + party.benefit()));
			brief
				.fact("Frontières", "Frontiers",
						terms.get("territory") + " · " + terms.get("products") + " · " + terms.get("sectors"))
				.fact("Valeur", "Value", terms.get("value"))
				.fact("Durée et préavis", "Duration and notice",
						terms.get("durationMonths") + ("fr".equals(language) ? " mois, " : " months, ")
								+ terms.get("noticeDays") + ("fr".equals(language) ? " jours" : " days"))
				.fact("Lancement", "Launch", terms.get("launchOn"))
				.fact("Risque", "Risk", switch (revision.terms().risk()) {
					case "low" -> "fr".equals(language) ? "faible" : "low";
					case "medium" -> "fr".equals(language) ? "moyen" : "medium";
					default -> "fr".equals(language) ? "élevé" : "high";
				});
		}

	}

	/** Asks the partner for the pillar scores again. */
	@Component
	static class PillarsReminder implements PartnerReminder {

		private final Correspondence correspondence;

		PillarsReminder(Correspondence correspondence) {
			this.correspondence = correspondence;
		}

		@Override
		public String task() {
			return "Task_AwaitPartnerPillars";
		}

		@Override
		public void remind(Job job) {
			this.correspondence.remindPillarScores(job.partnershipId(), job.elementInstanceKey());
		}

	}

	/** Asks the partner for the answer to the terms again. */
	@Component
	static class TermSheetReminder implements PartnerReminder {

		private final Correspondence correspondence;

		TermSheetReminder(Correspondence correspondence) {
			this.correspondence = correspondence;
		}

		@Override
		public String task() {
			return "Task_AwaitTermSheetAnswer";
		}

		@Override
		public void remind(Job job) {
			this.correspondence.remindTermSheet(job.partnershipId(), job.elementInstanceKey());
		}

	}

	private static String kind(String kind, String language) {
		boolean french = "fr".equals(language);
		return switch (kind) {
			case "handshake" -> french ? "note de poignée de main" : "handshake note";
			case "mou" -> french ? "protocole d’accord" : "memorandum of understanding";
			case "marketing" -> french ? "contrat marketing" : "marketing contract";
			case "reseller" -> french ? "contrat de revente" : "reseller contract";
			case "referral" -> french ? "contrat d’apport d’affaires" : "referral contract";
			default -> "–";
		};
	}

	/** How a person calls the party that answered. */
	private static String who(TermSheetRevision revision, String side, String language) {
		return revision.terms()
			.parties()
			.stream()
			.filter((party) -> party.side().equals(side))
			.map(Party::name)
			.findFirst()
			.orElse("fr".equals(language) ? "Le partenaire" : "The partner");
	}

	private static int weakest(PillarRound round) {
		var scores = new ArrayList<>(round.ours().byPillar().values());
		scores.addAll(round.partners().byPillar().values());
		return scores.stream().mapToInt(Integer::intValue).min().orElse(0);
	}

	private static String text(Objective objective) {
		String target = (objective.target() != null) ? objective.target().toPlainString() : "–";
		return objective.name() + " : " + target + " " + objective.unit() + ", "
				+ ((objective.dueOn() != null) ? objective.dueOn() : "–");
	}

}
