package org.binome.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.decision.Timeline;
import org.binome.gate.ClosingPolicy;
import org.binome.relationship.Objective;
import org.binome.relationship.Objectives;
import org.binome.tracking.Retrospective.Outcome;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was learnt of each partnership that ended; the latest entry of a partnership
 * counts (TRK-10).
 */
@Repository
public class Retrospectives {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Objectives objectives;

	private final Contracts contracts;

	private final ClosingLetter letter;

	private final Timeline timeline;

	private final Clock clock;

	Retrospectives(JdbcClient jdbc, JsonMapper json, Objectives objectives, Contracts contracts, ClosingLetter letter,
			Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.objectives = objectives;
		this.contracts = contracts;
		this.letter = letter;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Keeps the retrospective as entered.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 * @param by user name
	 */
	@Transactional
	public void keep(UUID partnershipId, long entryKey, Retrospective retrospective, String by) {
		int rows = this.jdbc.sql("""
				insert into retrospective (id, partnership_id, number, entry_key, went_well, went_badly, lessons,
					outcomes, hours_spent, money_spent_minor, currency, wrong_choice, farewell, written_by, written_at)
				select :id, :partnership, coalesce(max(number), 0) + 1, :entry, :well, :badly, :lessons::jsonb,
					:outcomes::jsonb, :hours, :money, :currency, :wrong, :farewell, :by, :at
				from retrospective where partnership_id = :partnership
				on conflict (partnership_id, entry_key) do nothing""")
			.param("id", UUID.randomUUID())
			.param("partnership", partnershipId)
			.param("entry", entryKey)
			.param("well", retrospective.wentWell())
			.param("badly", retrospective.wentBadly())
			.param("lessons", this.json.writeValueAsString(retrospective.lessons()))
			.param("outcomes", this.json.writeValueAsString(retrospective.outcomes()))
			.param("hours", retrospective.hoursSpent())
			.param("money", retrospective.moneySpentMinor())
			.param("currency", retrospective.currency())
			.param("wrong", retrospective.wrongChoice())
			.param("farewell", retrospective.farewell())
			.param("by", by)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
		if (rows > 0) {
			this.timeline.note(partnershipId, "retrospective:" + partnershipId + ":" + entryKey, "closing", by,
					"Bilan écrit : " + retrospective.lessons().size() + " leçons.",
					"Retrospective written: " + retrospective.lessons().size() + " lessons.");
		}
	}

	/** The latest retrospective of a partnership. */
	public Optional<Retrospective> latest(UUID partnershipId) {
		return this.jdbc.sql("select * from retrospective where partnership_id = ? order by number desc limit 1")
			.param(partnershipId)
			.query(this::retrospective)
			.optional();
	}

	/**
	 * The latest lessons of other partnerships of the same type, newest first: what
	 * others learnt is found before the next similar case (TRK-10).
	 */
	public List<Lesson> lessons(UUID partnershipId, int most) {
		return this.jdbc.sql("""
				select o.name, lesson.text from retrospective r
					join partnership p on p.id = r.partnership_id join organisation o on o.id = p.organisation_id
					cross join lateral jsonb_array_elements_text(r.lessons) with ordinality as lesson (text, position)
				where p.type = (select type from partnership where id = :partnership) and p.id <> :partnership
					and r.number = (select max(number) from retrospective where partnership_id = p.id)
				order by r.written_at desc, lesson.position limit :most""")
			.param("partnership", partnershipId)
			.param("most", most)
			.query((row, number) -> new Lesson(row.getString("name"), row.getString("text")))
			.list();
	}

	/** Whether the partnership would end before the term of its contract (PIL-05). */
	public boolean early(UUID partnershipId) {
		return this.contracts.ofPartnership(partnershipId)
			.map(Contract::endsOn)
			.map((end) -> end.isAfter(LocalDate.now(this.clock)))
			.orElse(true);
	}

	ClosingPolicy.Facts facts(UUID partnershipId) {
		Retrospective said = latest(partnershipId)
			.orElse(new Retrospective("", "", List.of(), List.of(), null, null, "", "", ""));
		List<ClosingPolicy.Outcome> outcomes = this.objectives.of(partnershipId)
			.stream()
			.map((objective) -> outcome(objective, said.outcomes()))
			.toList();
		return new ClosingPolicy.Facts(said.wentWell(), said.wentBadly(), said.lessons(), outcomes,
				this.letter.thanked(partnershipId), early(partnershipId), said.hoursSpent(), said.moneySpentMinor(),
				said.wrongChoice());
	}

	private static ClosingPolicy.Outcome outcome(Objective objective, List<Outcome> said) {
		return said.stream()
			.filter((one) -> objective.id().equals(one.objectiveId()))
			.findFirst()
			.map((one) -> new ClosingPolicy.Outcome(objective.name(), one.reached(), one.why()))
			.orElse(new ClosingPolicy.Outcome(objective.name(), false, ""));
	}

	private Retrospective retrospective(ResultSet row, int number) throws SQLException {
		return new Retrospective(row.getString("went_well"), row.getString("went_badly"),
				this.json.readValue(row.getString("lessons"), new TypeReference<List<String>>() {
				}), this.json.readValue(row.getString("outcomes"), new TypeReference<List<Outcome>>() {
				}), row.getObject("hours_spent", Integer.class), row.getObject("money_spent_minor", Long.class),
				row.getString("currency"), row.getString("wrong_choice"), row.getString("farewell"));
	}

	/**
	 * What was learnt with another partner.
	 */
	public record Lesson(String partner, String text) {
	}

}
