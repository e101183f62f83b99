package org.binome.tracking;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.gate.TrackingPlanPolicy;
import org.binome.partner.Partnerships;
import org.binome.relationship.Objective;
import org.binome.relationship.Objectives;
import org.binome.relationship.Pairs;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is followed for each partnership and how, decided before anything starts (TRK-01).
 * Each plan entered is kept as it came; the latest counts.
 */
@Repository
public class TrackingPlans {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final MetricCatalogue catalogue;

	private final Objectives objectives;

	private final Pairs pairs;

	private final Partnerships partnerships;

	private final Timeline timeline;

	TrackingPlans(JdbcClient jdbc, JsonMapper json, MetricCatalogue catalogue, Objectives objectives, Pairs pairs,
			Partnerships partnerships, Timeline timeline) {
		this.jdbc = jdbc;
		this.json = json;
		this.catalogue = catalogue;
		this.objectives = objectives;
		this.pairs = pairs;
		this.partnerships = partnerships;
		this.timeline = timeline;
	}

	/** The latest plan as entered; empty when there is none. */
	public List<Draft> latest(UUID partnershipId) {
		return this.jdbc.sql("select metrics from tracking_plan where partnership_id = ? order by number desc limit 1")
			.param(partnershipId)
			.query(String.class)
			.optional()
			.map((drafts) -> this.json.readValue(drafts, new TypeReference<List<Draft>>() {
			}))
			.orElse(List.of());
	}

	/**
	 * Keeps the plan as entered, and its metrics in place of those before: the first two
	 * of an objective that are not of vanity decide, the others are kept as context.
	 * @param entryKey tells one completion of the task from the next; the same again
	 * changes nothing
	 */
	@Transactional
	public void agree(UUID partnershipId, long entryKey, List<Draft> drafts) {
		int rows = this.jdbc.sql("""
				insert into tracking_plan (id, partnership_id, number, entry_key, metrics)
				select :id, :partnership, coalesce(max(number), 0) + 1, :entry, :metrics::jsonb
				from tracking_plan where partnership_id = :partnership
				on conflict (partnership_id, entry_key) do nothing""")
			.param("id", UUID.randomUUID())
			.param("partnership", partnershipId)
			.param("entry", entryKey)
			.param("metrics", this.json.writeValueAsString(drafts))
			.update();
		if (rows == 0) {
			return;
		}
		this.jdbc.sql("update metric set retired = true where partnership_id = ?").param(partnershipId).update();
		UUID plan = this.jdbc.sql("select id from tracking_plan where partnership_id = ? and entry_key = ?")
			.params(partnershipId, entryKey)
			.query(UUID.class)
			.single();
		List<UUID> known = this.objectives.of(partnershipId).stream().map(Objective::id).toList();
		var decisive = new HashMap<UUID, Integer>();
		int number = 0;
		for (Draft draft : drafts) {
			number++;
			if (draft.objectiveId() != null && known.contains(draft.objectiveId()) && !draft.name().isBlank()) {
				insert(partnershipId, plan, number, draft, decisive);
			}
		}
		this.timeline.note(partnershipId, "tracking-plan:" + plan, "tracking-plan",
				this.partnerships.get(partnershipId).owner(),
				"Plan de suivi saisi : " + drafts.size() + " indicateurs.",
				"Tracking plan entered: " + drafts.size() + " metrics.");
	}

	private void insert(UUID partnershipId, UUID plan, int number, Draft draft, Map<UUID, Integer> decisive) {
		String kind = this.catalogue.kind(draft.name(), draft.unit());
		Integer position = null;
		int taken = decisive.getOrDefault(draft.objectiveId(), 0);
		if (!MetricCatalogue.VANITY.equals(kind) && taken < TrackingPlanPolicy.MOST) {
			position = taken + 1;
			decisive.put(draft.objectiveId(), position);
		}
		this.jdbc.sql("""
				insert into metric (id, tracking_plan_id, partnership_id, objective_id, position, decisive, name, kind,
					target, unit, owner, off_target)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(UUID.nameUUIDFromBytes((plan + ":" + number).getBytes(StandardCharsets.UTF_8)), plan, partnershipId,
					draft.objectiveId(), position, position != null, draft.name(), kind, draft.target(), draft.unit(),
					draft.owner(), draft.offTarget())
			.update();
	}

	TrackingPlanPolicy.Facts facts(UUID partnershipId) {
		Map<UUID, String> names = names(partnershipId);
		List<TrackingPlanPolicy.Metric> metrics = latest(partnershipId).stream()
			.map((draft) -> new TrackingPlanPolicy.Metric(
					Optional.ofNullable(draft.objectiveId()).map(names::get).orElse(null), draft.name(),
					MetricCatalogue.VANITY.equals(this.catalogue.kind(draft.name(), draft.unit())), draft.target(),
					draft.unit(), draft.owner(), this.pairs.knows(partnershipId, draft.owner()), draft.offTarget()))
			.toList();
		return new TrackingPlanPolicy.Facts(List.copyOf(names.values()), metrics);
	}

	/** Each objective by a name of its own, even when two were named alike. */
	private Map<UUID, String> names(UUID partnershipId) {
		var names = new LinkedHashMap<UUID, String>();
		for (Objective objective : this.objectives.of(partnershipId)) {
			String name = objective.name();
			while (names.containsValue(name)) {
				name = name + "’";
			}
			names.put(objective.id(), name);
		}
		return names;
	}

	/** A metric as entered; what is missing or unusable is empty or null. */
	public record Draft(UUID objectiveId, String name, BigDecimal target, String unit, String owner, String offTarget) {
	}

}
