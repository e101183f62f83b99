package org.binome.relationship;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.gate.PartnershipDefinitionPolicy.Answer;
import org.binome.gate.PartnershipDefinitionPolicy.Facts;
import org.binome.gate.PartnershipDefinitionPolicy.Money;
import org.binome.gate.PartnershipDefinitionPolicy.Point;
import org.binome.partner.Partnerships;
import org.binome.partner.Standing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether each case is a partnership, by the five points of the definition (QUA-01), and
 * what it is otherwise (PRO-27). Each definition entered is kept; the latest counts.
 */
@Repository
public class Definitions {

	private final JdbcClient jdbc;

	private final Partnerships partnerships;

	private final Timeline timeline;

	Definitions(JdbcClient jdbc, Partnerships partnerships, Timeline timeline) {
		this.jdbc = jdbc;
		this.partnerships = partnerships;
		this.timeline = timeline;
	}

	/** The definition as it was last entered. */
	public Optional<Definition> latest(UUID partnershipId) {
		return this.jdbc
			.sql("select * from partnership_definition where partnership_id = ? order by number desc limit 1")
			.param(partnershipId)
			.query((row, number) -> new Definition(points(row.getObject("id", UUID.class)),
					Money.valueOf(row.getString("money")), Standing.valueOf(row.getString("standing"))))
			.optional();
	}

	/**
	 * Keeps a definition as entered, and what the other side is by it.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 */
	@Transactional
	public void define(UUID partnershipId, long entryKey, Definition definition) {
		UUID id = UUID.randomUUID();
		int rows = this.jdbc.sql("""
				insert into partnership_definition (id, partnership_id, number, entry_key, money, standing)
				select :id, :partnership, coalesce(max(number), 0) + 1, :entry, :money, :standing
				from partnership_definition where partnership_id = :partnership
				on conflict (partnership_id, entry_key) do nothing""")
			.param("id", id)
			.param("partnership", partnershipId)
			.param("entry", entryKey)
			.param("money", definition.money().name())
			.param("standing", definition.standing().name())
			.update();
		if (rows == 0) {
			return;
		}
		definition.answers()
			.forEach((point, answer) -> this.jdbc
				.sql("insert into definition_point (definition_id, point, holds, because) values (?, ?, ?, ?)")
				.params(id, point.name(), answer.holds(), answer.because())
				.update());
		this.partnerships.recognise(partnershipId, definition.standing());
		this.timeline.note(partnershipId, "definition:" + id, "definition",
				this.partnerships.get(partnershipId).owner(), switch (definition.standing()) {
					case PARTNER -> "Nous le voyons comme un partenariat.";
					case CUSTOMER -> "Ce n’est pas un partenariat : c’est un client.";
					case SUPPLIER -> "Ce n’est pas un partenariat : c’est un fournisseur.";
				}, switch (definition.standing()) {
					case PARTNER -> "We see it as a partnership.";
					case CUSTOMER -> "It is no partnership: it is a customer.";
					case SUPPLIER -> "It is no partnership: it is a supplier.";
				});
	}

	Facts facts(UUID partnershipId) {
		return latest(partnershipId).map((definition) -> new Facts(definition.answers(), definition.money()))
			.orElse(new Facts(Map.of(), Money.NEITHER));
	}

	private Map<Point, Answer> points(UUID definition) {
		Map<Point, Answer> answers = new EnumMap<>(Point.class);
		this.jdbc.sql("select * from definition_point where definition_id = ?").param(definition).query((row) -> {
			answers.put(Point.valueOf(row.getString("point")),
					new Answer(row.getBoolean("holds"), row.getString("because")));
		});
		return answers;
	}

	/**
	 * A definition as entered.
	 *
	 * @param answers by point; one that was not answered is missing
	 */
	public record Definition(Map<Point, Answer> answers, Money money, Standing standing) {
	}

}
