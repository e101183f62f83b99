package org.binome.process.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.binome.planning.Change;
import org.binome.planning.Change.State;
import org.binome.planning.Change.Wish;
import org.binome.planning.ChangeText;
import org.binome.planning.Changes;
import org.binome.planning.Plan;
import org.binome.planning.PlannedAction;
import org.binome.planning.Plans;
import org.binome.partner.WorkingDays;
import org.binome.process.Brief;
import org.binome.process.Job;
import org.binome.process.TaskBrief;
import org.binome.relationship.Objective;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pair;
import org.binome.relationship.Pairs;
import org.binome.relationship.TermSheet;
import org.binome.relationship.TermSheets;
import org.binome.tracking.TrackingPlans;
import org.binome.tracking.TrackingPlans.Draft;

import org.springframework.stereotype.Component;

/**
 * What the human tasks of the planning stage show.
 */
final class PlanningBriefs {

	private PlanningBriefs() {
	}

	/** When do we launch? (PLA-01) */
	@Component
	static class PlanLaunch implements TaskBrief {

		private final PartnershipBriefs common;

		private final TermSheets termSheets;

		private final Company company;

		PlanLaunch(PartnershipBriefs common, TermSheets termSheets, Company company) {
			this.common = common;
			this.termSheets = termSheets;
			this.company = company;
		}

		@Override
		public String task() {
			return "Task_PlanLaunch";
		}

		@Override
		public Brief brief(Job job) {
			String country = this.common.organisation(job).country();
			Brief brief = this.common.about(job)
				.summary(
						"Le plan se compte à rebours du lancement, en jours ouvrés des deux pays. Confirmez la date et le pays du partenaire.",
						"The plan counts backward from the launch, in working days of both countries. Confirm the date and the partner’s country.")
				.fact("Notre pays", "Our country", this.company.country())
				.prefill("partnerCountry", country);
			if (!WorkingDays.hasCalendar(country)) {
				brief.fact("Jours fériés", "Public holidays",
						PartnershipBriefs.choose(job,
								"ceux de " + country + " ne sont pas connus : vérifiez les dates vous-même",
								"those of " + country + " are not known: check the dates yourself"));
			}
			Optional<TermSheet> terms = this.termSheets.accepted(job.partnershipId());
			terms.ifPresent((agreed) -> brief.fact("Lancement convenu", "Launch agreed", agreed.launchOn())
				.prefill("launchOn", agreed.launchOn().toString()));
			return brief;
		}

	}

	/** Is every action dated and owned? (PLA-02) */
	@Component
	static class ReviewPlan implements TaskBrief {

		private final PartnershipBriefs common;

		private final Plans plans;

		private final Accounts accounts;

		private final Pairs pairs;

		private final Gates gates;

		ReviewPlan(PartnershipBriefs common, Plans plans, Accounts accounts, Pairs pairs, Gates gates) {
			this.common = common;
			this.plans = plans;
			this.accounts = accounts;
			this.pairs = pairs;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_ReviewPlan";
		}

		@Override
		public Brief brief(Job job) {
			var actions = new ArrayList<>(this.plans.actions(job.partnershipId()));
			actions.addAll(this.plans.removedMandatory(job.partnershipId()));
			Brief brief = this.common.about(job)
				.summary(
						"Changez, ajoutez ou retirez des lignes : chaque action a une date et un responsable, et aucune ne vient après le lancement.",
						"Change, add or remove rows: every action has a date and an owner, and none comes after the launch.")
				.findings(this.gates.openFindings(job.partnershipId(), Gate.PLAN_COMPLETE))
				.prefill("actions", actions.stream().map(ReviewPlan::row).toList());
			this.plans.current(job.partnershipId()).ifPresent((plan) -> launch(job, brief, plan));
			List<String> squeezed = actions.stream().filter(PlannedAction::squeezed).map(PlannedAction::name).toList();
			if (!squeezed.isEmpty()) {
				brief.fact("Dates déjà passées, ramenées au prochain jour ouvré",
						"Days passed already, set to the next working day", String.join(" · ", squeezed));
			}
			return brief.fact("Responsables possibles", "Possible owners", String.join(", ", owners(job)))
				.fact("Agenda", "Calendar", this.plans.calendarUrl(job.partnershipId()));
		}

		private List<String> owners(Job job) {
			var owners = new ArrayList<String>();
			this.accounts.accounts().forEach((account) -> owners.add(account.username()));
			owners.add(this.pairs.partnerPerson(job.partnershipId()).name());
			return owners;
		}

		private static void launch(Job job, Brief brief, Plan plan) {
			String why = "";
			if (plan.launchNote() != null) {
				why = switch (plan.launchNote()) {
					case MISSING ->
						PartnershipBriefs.choose(job, " (aucune date n’était donnée)", " (no date was given)");
					case PAST ->
						PartnershipBriefs.choose(job, " (la date donnée est passée)", " (the date given is past)");
					case NO_WORKING_DAY ->
						PartnershipBriefs.choose(job, " (la date donnée n’est pas ouvrée des deux côtés)",
								" (the date given is no working day on both sides)");
				};
			}
			brief.fact("Lancement", "Launch", plan.launchOn() + why)
				.fact("Jours ouvrés de", "Working days of", plan.ourCountry() + ", " + plan.partnerCountry());
		}

		private static Map<String, Object> row(PlannedAction action) {
			var row = new HashMap<String, Object>();
			row.put("id", action.id().toString());
			row.put("name", action.name());
			row.put("dueOn", (action.dueOn() != null) ? action.dueOn().toString() : null);
			row.put("owner", action.owner());
			return row;
		}

	}

	/** What do we follow, and who answers for it? (TRK-01 to TRK-09) */
	@Component
	static class AgreeTracking implements TaskBrief {

		private final PartnershipBriefs common;

		private final Objectives objectives;

		private final TrackingPlans trackingPlans;

		private final Pairs pairs;

		private final Gates gates;

		AgreeTracking(PartnershipBriefs common, Objectives objectives, TrackingPlans trackingPlans, Pairs pairs,
				Gates gates) {
			this.common = common;
			this.objectives = objectives;
			this.trackingPlans = trackingPlans;
			this.pairs = pairs;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_AgreeTracking";
		}

		@Override
		public Brief brief(Job job) {
			List<Objective> known = this.objectives.of(job.partnershipId());
			List<Draft> drafts = this.trackingPlans.latest(job.partnershipId());
			String owner = this.pairs.current(job.partnershipId()).map(Pair::ourAccount).orElse(job.text("owner"));
			return this.common.about(job)
				.summary(
						"Un ou deux indicateurs décisifs par objectif : clics et conversions, pas des vues ni des j’aime. Chacun a un responsable et une réaction prévue.",
						"One or two decisive metrics per objective: clicks and conversions, not views or likes. Each has an owner and a reaction planned.")
				.findings(this.gates.openFindings(job.partnershipId(), Gate.TRACKING_PLAN))
				.with("objectives",
						known.stream()
							.map((objective) -> Map.of("label", objective.name(), "value", objective.id().toString()))
							.toList())
				.prefill("metrics", drafts.isEmpty() ? known.stream().map((from) -> row(from, owner)).toList()
						: drafts.stream().map(AgreeTracking::row).toList());
		}

		private static Map<String, Object> row(Objective objective, String owner) {
			return row(new Draft(objective.id(), objective.name(), objective.target(), objective.unit(), owner, ""));
		}

		private static Map<String, Object> row(Draft draft) {
			var row = new HashMap<String, Object>();
			row.put("objectiveId", (draft.objectiveId() != null) ? draft.objectiveId().toString() : null);
			row.put("name", draft.name());
			row.put("target", draft.target());
			row.put("unit", draft.unit());
			row.put("owner", draft.owner());
			row.put("offTarget", draft.offTarget());
			return row;
		}

	}

	/** One action of the plan (PLA-05). */
	@Component
	static class CarryOutAction implements TaskBrief {

		private final PartnershipBriefs common;

		private final Plans plans;

		private final Changes changes;

		private final ChangeText text;

		private final Accounts accounts;

		CarryOutAction(PartnershipBriefs common, Plans plans, Changes changes, ChangeText text, Accounts accounts) {
			this.common = common;
			this.plans = plans;
			this.changes = changes;
			this.text = text;
			this.accounts = accounts;
		}

		@Override
		public String task() {
			return "Task_CarryOutAction";
		}

		@Override
		public Brief brief(Job job) {
			PlannedAction action = this.plans.action(job.partnershipId(), job.answer("action").uuid("id"))
				.orElseThrow(() -> new IllegalArgumentException(
						"The plan of the partnership " + job.partnershipId() + " has no such action"));
			Brief brief = this.common.about(job)
				.summary(action.name(), action.name())
				.fact("Échéance", "Due on", action.dueOn())
				.fact("Responsable", "Owner", this.accounts.nameOf(action.owner()))
				.fact("Qui agit", "Who acts", switch (action.side()) {
					case OURS -> PartnershipBriefs.choose(job, "nous", "us");
					case THEIRS -> PartnershipBriefs.choose(job, "le partenaire", "the partner");
					case BOTH -> PartnershipBriefs.choose(job, "les deux côtés", "both sides");
				});
			this.changes.ofAction(action.id())
				.ifPresent((change) -> brief.fact("Changement", "Change",
						Stream.concat(this.text.becomes(change, job.language()).stream(), Stream.of(state(job, change)))
							.collect(Collectors.joining(" – "))));
			return brief;
		}

		private static String state(Job job, Change change) {
			return switch (change.state()) {
				case OPEN ->
					PartnershipBriefs.choose(job, "voulu ; à préciser dans la tâche « Demander un changement »",
							"wished for; to be stated in the task “Request change”");
				case ASKED -> PartnershipBriefs.choose(job, "demandé, en attente de l’accord des deux côtés",
						"asked for, waiting for both sides to agree");
				case APPLIED -> PartnershipBriefs.choose(job, "fait", "done");
				case REFUSED -> PartnershipBriefs.choose(job, "refusé, le plan reste : ", "refused, the plan stays: ")
						+ change.refusal();
				case WITHDRAWN ->
					PartnershipBriefs.choose(job, "retiré, le plan reste (voir l’historique du partenariat)",
							"withdrawn, the plan stays (see the history of the partnership)");
			};
		}

	}

	/** What is to change, and is it necessary? (PLA-03) */
	@Component
	static class RequestChange implements TaskBrief {

		private final PartnershipBriefs common;

		private final Changes changes;

		private final Accounts accounts;

		RequestChange(PartnershipBriefs common, Changes changes, Accounts accounts) {
			this.common = common;
			this.changes = changes;
			this.accounts = accounts;
		}

		@Override
		public String task() {
			return "Task_RequestChange";
		}

		@Override
		public Brief brief(Job job) {
			Change change = this.changes.get(job.uuid("changeId"));
			Wish wish = change.wish();
			boolean entered = !change.requestedBy().isEmpty();
			Brief brief = this.common.about(job)
				.summary(
						"On ne s’écarte du plan que par nécessité : dites ce qui arriverait sans ce changement et ce qu’il déplace. Une autre personne de chez nous l’approuve, puis le partenaire.",
						"The plan is left in necessity only: say what would happen without this change and what it moves. Another person on our side approves it, then the partner.")
				.fact("Action", "Action", change.action())
				.fact("Échéance", "Due on", change.dueOn())
				.fact("Responsable", "Owner", this.accounts.nameOf(change.owner()))
				.fact("Lancement", "Launch", change.launchOn())
				.prefill("newName", (wish.name() != null) ? wish.name() : change.action())
				.prefill("newOwner", (wish.owner() != null) ? wish.owner() : change.owner())
				.prefill("newDueOn", day((wish.dueOn() != null) ? wish.dueOn() : change.dueOn()))
				.prefill("necessity", wish.necessity())
				.prefill("impact", wish.impact());
			if (entered) {
				brief.prefill("decision", wish.givenUp() ? "give_up" : "ask")
					.findings(this.changes.lacking(change.id()));
			}
			return brief;
		}

		private static String day(LocalDate day) {
			return (day != null) ? day.toString() : null;
		}

	}

	/** Do we agree to leave the plan? (PLA-03) */
	@Component
	static class ApproveChange implements TaskBrief {

		private final PartnershipBriefs common;

		private final Changes changes;

		private final ChangeText text;

		private final Accounts accounts;

		private final Gates gates;

		ApproveChange(PartnershipBriefs common, Changes changes, ChangeText text, Accounts accounts, Gates gates) {
			this.common = common;
			this.changes = changes;
			this.text = text;
			this.accounts = accounts;
			this.gates = gates;
		}

		@Override
		public String task() {
			return "Task_ApproveChange";
		}

		@Override
		public Brief brief(Job job) {
			Change change = this.changes.get(job.uuid("changeId"));
			return this.common.about(job)
				.summary(
						"Ce changement est-il nécessaire ? Une autre personne que celle qui le demande l’approuve ; le partenaire répond ensuite, et le plan ne change qu’avec l’accord des deux.",
						"Is this change necessary? Another person than the one who asks for it approves it; then the partner answers, and the plan changes only when both agree.")
				.findings(this.gates.openFindings(job.partnershipId(), Gate.CHANGE_CONTROL))
				.fact("Action", "Action", change.action())
				.fact("Changement", "Change", String.join(", ", this.text.becomes(change, job.language())))
				.fact("Lancement", "Launch", this.text.launch(change, job.language()))
				.fact("Sans ce changement", "Without this change", change.wish().necessity())
				.fact("Ce qu’il déplace", "What it moves", change.wish().impact())
				.fact("Demandé par", "Asked for by", this.accounts.nameOf(change.requestedBy()))
				.fact("Réponse du partenaire", "Partner’s answer", answer(job, change));
		}

		private static String answer(Job job, Change change) {
			if (change.state() != State.ASKED) {
				return PartnershipBriefs.choose(job, "sans objet : l’action est déjà faite",
						"no longer needed: the action is done already");
			}
			if (!change.approvedByPartner().isEmpty()) {
				return PartnershipBriefs.choose(job, "d’accord : ", "agrees: ") + change.approvedByPartner();
			}
			return change.approvedByUs().isEmpty()
					? PartnershipBriefs.choose(job, "pas encore demandée", "not asked yet")
					: PartnershipBriefs.choose(job, "aucune à ce jour", "none so far");
		}

	}

}
