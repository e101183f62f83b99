package org.binome.prospecting;

import java.util.List;
import java.util.UUID;

import org.binome.gate.SizeArgumentPolicy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bigger side gains where the sizes differ much (PRO-16), and how we climb to
 * larger partners (PRO-15).
 */
@Repository
public class SizeArguments {

	private final JdbcClient jdbc;

	private final ProspectingSettings settings;

	SizeArguments(JdbcClient jdbc, ProspectingSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/**
	 * Keeps the arguments as entered; of a candidate entered twice the last row counts.
	 * An audience corrects the one that was imported.
	 */
	@Transactional
	public void keep(UUID programmeId, List<Argument> arguments, String ladder) {
		this.jdbc.sql("update programme set ladder = ? where id = ?").params(ladder, programmeId).update();
		for (Argument argument : arguments) {
			this.jdbc.sql("""
					update candidate set bigger_side_gains = :gains, audience = coalesce(:audience, audience)
					where programme_id = :programme and id = :candidate""")
				.param("gains", argument.biggerSideGains())
				.param("audience", argument.audience())
				.param("programme", programmeId)
				.param("candidate", argument.candidateId())
				.update();
		}
	}

	/** The arguments of the candidates retained that need one, or have one. */
	public List<Argument> of(UUID programmeId) {
		SizeArgumentPolicy.Facts facts = facts(programmeId);
		return this.jdbc.sql("""
				select id, name, audience, bigger_side_gains from candidate
				where programme_id = ? and shortlisted order by lower(name), id""")
			.param(programmeId)
			.query((row, number) -> new Argument(row.getObject("id", UUID.class), row.getObject("audience", Long.class),
					row.getString("bigger_side_gains")))
			.list()
			.stream()
			.filter((argument) -> argument.audience() == null || !argument.biggerSideGains().isEmpty()
					|| facts.farApart(new SizeArgumentPolicy.Candidate("", argument.audience(), "")))
			.toList();
	}

	/** By which steps we climb to larger partners; empty when nobody has said. */
	public String ladder(UUID programmeId) {
		return this.jdbc.sql("select ladder from programme where id = ?")
			.param(programmeId)
			.query(String.class)
			.single();
	}

	/** The facts of the candidates retained. */
	public SizeArgumentPolicy.Facts facts(UUID programmeId) {
		Long ours = this.jdbc.sql("select audience from programme where id = ?")
			.param(programmeId)
			.query(Long.class)
			.single();
		List<SizeArgumentPolicy.Candidate> candidates = this.jdbc.sql("""
				select name, audience, bigger_side_gains from candidate
				where programme_id = ? and shortlisted order by lower(name), id""")
			.param(programmeId)
			.query((row, number) -> new SizeArgumentPolicy.Candidate(row.getString("name"),
					row.getObject("audience", Long.class), row.getString("bigger_side_gains")))
			.list();
		return new SizeArgumentPolicy.Facts(ours, candidates, ladder(programmeId), this.settings.sizeRatio());
	}

	/**
	 * What the bigger side gains with one candidate.
	 *
	 * @param audience how many people they reach; null when not entered
	 */
	public record Argument(UUID candidateId, Long audience, String biggerSideGains) {
	}

}
