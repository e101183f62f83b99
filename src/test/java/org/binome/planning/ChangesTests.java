package org.binome.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.binome.SentMails;
import org.binome.StageTest;
import org.binome.gate.Finding;
import org.binome.gate.Gate;
import org.binome.partner.InvalidLink;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.partner.WorkingDays;
import org.binome.planning.Change.State;
import org.binome.planning.Change.Wish;
import org.binome.planning.Changes.Improvisation;
import org.binome.relationship.Relationship;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Changes of a plan on a real database: PLA-03, PLA-04.
 */
@StageTest
class ChangesTests {

	private static final String NECESSITY = "Sans cela les affiches arrivent après l’atelier";

	private static final String IMPACT = "Rien d’autre ne bouge, le lancement reste à sa date";

	@Autowired
	ApplicationContext context;

	@Autowired
	Planning planning;

	@Autowired
	Plans plans;

	@Autowired
	Changes changes;

	@Autowired
	ChangeLetter letter;

	@Autowired
	SignedLinks links;

	@Autowired
	SentMails mails;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	private Relationship relationship;

	private LocalDate launch;

	@BeforeEach
	void plan() {
		this.launch = WorkingDays.of("FR", "DE").onOrAfter(LocalDate.now(this.clock).plusDays(150));
		this.relationship = Relationship.open(this.context, "DE", "en").agreed(this.launch);
		this.planning.build(id(), Relationship.key(), this.launch, "DE", "fr");
	}

	@Test
	void pla03ThePlanStaysUntilBothSidesAgreeAndChangesOnce() {
		PlannedAction action = first();
		LocalDate day = action.dueOn().plusDays(2);
		Change change = asked(action, new Wish(false, "Affiches livrées", day, "sponsor", NECESSITY, IMPACT));
		assertThat(change.state()).isEqualTo(State.ASKED);
		assertThatIllegalStateException().isThrownBy(() -> this.changes.apply(change.id()));
		this.changes.answerForUs(change.id(), "task:" + Relationship.key(), true, "", "sponsor");
		assertThatIllegalStateException().isThrownBy(() -> this.changes.apply(change.id()));
		this.letter.ask(change.id(), 1);
		this.changes.answer(this.relationship.mailedLink(), true, "");
		assertThat(this.relationship.rules(Gate.CHANGE_CONTROL)).isEmpty();
		assertThat(action(action)).isEqualTo(action);

		this.changes.apply(change.id());
		PlannedAction changed = action(action);
		assertThat(List.of(changed.name(), changed.dueOn(), changed.owner()))
			.isEqualTo(List.of("Affiches livrées", day, "sponsor"));
		assertThat(this.plans.current(id()).orElseThrow().launchOn()).isEqualTo(this.launch);
		assertThat(this.changes.improvisation(id())).contains(new Improvisation(1, this.plans.actions(id()).size()));
		List<Object> state = this.relationship.state();
		this.changes.apply(change.id());
		assertThat(this.relationship.state()).isEqualTo(state);
		assertThat(decided(action)).isEqualTo(1);
	}

	@Test
	void pla03WhatBothSidesApproveCanNotBeAlteredAnyMore() {
		PlannedAction action = first();
		Change change = asked(action, wish(action.dueOn().plusDays(2)));
		this.changes.state(change.id(), wish(action.dueOn().plusDays(9)), "sponsor");
		assertThat(this.changes.get(change.id())).isEqualTo(change);
	}

	@Test
	void pla03NothingThatIsUnclearOrImpossibleIsAskedFor() {
		PlannedAction action = first();
		Change change = wished(action);
		assertThat(lacking(change, new Wish(false, action.name(), action.dueOn(), action.owner(), "ok", "")))
			.containsExactly("PLA-03", "PLA-03", "PLA-03");
		assertThat(lacking(change, wish(this.launch.plusDays(1)))).containsExactly("PLA-05");
		assertThat(lacking(change, wish(LocalDate.now(this.clock).minusDays(1)))).containsExactly("PLA-03");
		assertThat(lacking(change, new Wish(false, null, null, "inconnu", NECESSITY, IMPACT)))
			.containsExactly("PLA-02");
		assertThat(this.changes.get(change.id()).state()).isEqualTo(State.OPEN);
		assertThat(lacking(change, wish(action.dueOn().plusDays(1)))).isEmpty();
		assertThat(this.changes.get(change.id()).state()).isEqualTo(State.ASKED);
	}

	@Test
	void pla03TheEffectOnTheLaunchIsShownAndTheLaunchMovesWithItsAction() {
		PlannedAction last = this.plans.actions(id())
			.stream()
			.filter((action) -> PlanTemplate.LAUNCH.equals(action.templateKey()))
			.findFirst()
			.orElseThrow();
		Change change = wished(last);
		assertThat(lacking(change, new Wish(true, null, null, null, NECESSITY, IMPACT))).containsExactly("PLA-06");
		assertThat(lacking(change, wish(first().dueOn()))).as("before other actions").containsExactly("PLA-05");
		LocalDate later = this.launch.plusDays(14);
		this.changes.state(change.id(), wish(later), "manager");
		assertThat(this.changes.get(change.id()).launchAfter()).isEqualTo(later);
		agree(change);
		assertThat(this.mails.latestTextTo(this.relationship.contact())).contains("– Launch: ", " → ",
				String.valueOf(later.getYear()), NECESSITY, "/p/");
		this.changes.apply(change.id());
		assertThat(this.plans.current(id()).orElseThrow().launchOn()).isEqualTo(later);
	}

	@Test
	void pla03WhatHasBecomeImpossibleLeavesThePlanAsItIs() {
		PlannedAction action = first();
		Change change = asked(action, wish(action.dueOn().plusDays(2)));
		agree(change);
		this.jdbc.sql("update plan set launch_on = ? where partnership_id = ?")
			.params(action.dueOn().plusDays(1), id())
			.update();
		this.changes.apply(change.id());
		assertThat(this.changes.get(change.id()).state()).isEqualTo(State.WITHDRAWN);
		assertThat(action(action).dueOn()).isEqualTo(action.dueOn());
		assertThat(this.jdbc.sql("select text_en from timeline where partnership_id = ? and kind = 'plan-change'")
			.param(id())
			.query(String.class)
			.list()).anyMatch((text) -> text.contains("the plan stays") && text.contains("comes after the launch"));
	}

	@Test
	void pla03AnActionThatIsDoneMeanwhileWithdrawsItsChange() {
		PlannedAction action = first();
		Change change = asked(action, wish(action.dueOn().plusDays(2)));
		this.letter.ask(change.id(), 1);
		SignedLink link = this.relationship.mailedLink();
		this.planning.close(id(), action.id(), true, "", "manager");
		this.changes.carriedOut(action.id());
		assertThat(this.changes.get(change.id()).state()).isEqualTo(State.WITHDRAWN);
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.changes.answer(link, true, ""));
		assertThat(this.changes.answerForUs(change.id(), "task:1", true, "", "sponsor").state())
			.isEqualTo(State.WITHDRAWN);
		assertThat(this.changes.improvisation(id())).contains(new Improvisation(0, this.plans.actions(id()).size()));
	}

	@Test
	void oneChangeOfAnActionAtATimeAndTheSameWishOnce() {
		PlannedAction action = first();
		long key = Relationship.key();
		this.changes.open(id(), action.id(), key, "", "fr");
		this.changes.open(id(), action.id(), key, "", "fr");
		this.changes.open(id(), action.id(), Relationship.key(), "", "fr");
		assertThat(this.jdbc.sql("select count(*) from plan_change where action_id = ?")
			.param(action.id())
			.query(Long.class)
			.single()).isEqualTo(1);
		Change change = this.changes.ofAction(action.id()).orElseThrow();
		this.changes.withdraw(change.id());
		this.changes.open(id(), action.id(), key, "", "fr");
		assertThat(this.changes.ofAction(action.id())).contains(this.changes.get(change.id()));
		this.changes.open(id(), action.id(), Relationship.key(), "", "fr");
		assertThat(this.changes.ofAction(action.id()).orElseThrow().state()).isEqualTo(State.OPEN);
	}

	@Test
	void pla03ALinkIsForOneChangeAndOneAnswer() {
		PlannedAction action = first();
		Change change = asked(action, wish(action.dueOn().plusDays(2)));
		this.letter.ask(change.id(), 1);
		SignedLink link = this.relationship.mailedLink();
		this.letter.remind(change.id(), 2);
		assertThat(this.relationship.mailedLink().url()).isEqualTo(link.url());
		assertThat(this.mails.latestTextTo(this.relationship.contact())).contains("Due: ", "/p/");
		SignedLink other = this.links.issue("calendar", id(), link.personId(), null, "c:" + id(), Duration.ofDays(1));
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.changes.asked(other));
		this.changes.answer(link, false, "Notre salle est prise");
		assertThat(this.changes.get(change.id()).refusal()).isEqualTo("Notre salle est prise");
		assertThatExceptionOfType(InvalidLink.class).isThrownBy(() -> this.changes.answer(link, true, ""));
		assertThat(action(action)).isEqualTo(action);
		assertThat(decided(action)).isEqualTo(1);
	}

	@Test
	void pla03OnlyAManagerOrASponsorApprovesForUsAndNotWhoAsks() {
		Change change = asked(first(), wish(first().dueOn().plusDays(2)));
		agree(change);
		assertThat(this.relationship.rules(Gate.CHANGE_CONTROL)).isEmpty();
		for (String other : List.of("legal", "manager", "a-technical-account")) {
			this.changes.answerForUs(change.id(), "task:" + Relationship.key(), true, "", other);
			assertThat(this.relationship.rules(Gate.CHANGE_CONTROL)).as(other).containsExactly("PLA-03");
		}
	}

	@Test
	void pla03WhatASideHasSaidCanNotBeChangedAfterwards() {
		PlannedAction action = first();
		agree(asked(action, wish(action.dueOn().plusDays(2))));
		for (String change : List.of("update plan_change_answer set approved = false",
				"delete from plan_change_answer")) {
			assertThatException().isThrownBy(() -> this.jdbc.sql(change).update()).withMessageContaining("evidence");
		}
	}

	@Test
	void pla04TheShareOfChangedActionsIsTooMuchFromAFifthOn() {
		assertThat(new Improvisation(2, 12).tooMuch()).isFalse();
		assertThat(new Improvisation(3, 12)).matches(Improvisation::tooMuch)
			.extracting(Improvisation::percent)
			.isEqualTo(25);
		assertThat(this.changes.improvisation(UUID.randomUUID())).isEmpty();
	}

	private Change wished(PlannedAction action) {
		this.changes.open(id(), action.id(), Relationship.key(), "", "fr");
		return this.changes.ofAction(action.id()).orElseThrow();
	}

	private Change asked(PlannedAction action, Wish wish) {
		return this.changes.state(wished(action).id(), wish, "manager");
	}

	private List<String> lacking(Change change, Wish wish) {
		this.changes.state(change.id(), wish, "manager");
		return this.changes.lacking(change.id()).stream().map(Finding::rule).toList();
	}

	private void agree(Change change) {
		this.changes.answerForUs(change.id(), "task:" + Relationship.key(), true, "", "sponsor");
		this.letter.ask(change.id(), Relationship.key());
		this.changes.answer(this.relationship.mailedLink(), true, "");
	}

	private static Wish wish(LocalDate day) {
		return new Wish(false, null, day, null, NECESSITY, IMPACT);
	}

	private long decided(PlannedAction action) {
		return this.jdbc.sql("select count(*) from signal where name = 'plan-change-decided' and correlation_key = ?")
			.param(action.id().toString())
			.query(Long.class)
			.single();
	}

	private PlannedAction first() {
		return this.plans.actions(id()).getFirst();
	}

	private PlannedAction action(PlannedAction action) {
		return this.plans.action(id(), action.id()).orElseThrow();
	}

	private UUID id() {
		return this.relationship.id();
	}

}
