package org.binome.gate;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.binome.StageTest;
import org.binome.gate.Damage.Kind;
import org.binome.gate.EvidenceChain.Anchor;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

/**
 * Evidence is altered here as somebody would who has the database's superuser.
 */
@StageTest
@Import(GateScene.class)
class EvidenceChainTests {

	private static final String ROLE = "binome_application_test";

	@Autowired
	EvidenceChain evidence;

	@Autowired
	GateScene scene;

	@Autowired
	Overrides overrides;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	DataSource dataSource;

	@Test
	void everyEvaluationAndOverrideIsALinkOfASoundChain() {
		UUID subject = chain();
		this.scene.ask(subject, Gate.WARMTH, "too few gestures");
		this.overrides.override(subject, Gate.WARMTH, "sponsor", "They wrote to us first, last week");
		this.scene.ask(subject, Gate.WARMTH, "too few gestures");
		assertThat(this.jdbc.sql("select kind from evidence where subject_id = ? order by position")
			.param(subject)
			.query(String.class)
			.list()).containsExactly("EVALUATION", "EVALUATION", "EVALUATION", "EVALUATION", "OVERRIDE", "EVALUATION");
		assertThat(this.evidence.verify(subject)).isEmpty();
	}

	@Test
	void anotherTimeZoneOfTheSessionChangesNothing() {
		UUID subject = chain();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.sql("set local time zone 'Asia/Kolkata'").update();
			assertThat(this.evidence.verify(subject)).isEmpty();
		});
	}

	@Test
	void findsAnEvaluationThatWasAltered() {
		UUID subject = chain();
		String id = rowAt(subject, 2);
		tamper("update gate_evaluation set verdict = 'PASSED', findings = '[]', let_through = true where id = ?",
				Long.valueOf(id));
		assertThat(this.evidence.verify(subject)).containsExactly(damage(subject, Kind.ROW_ALTERED, 2, id));
	}

	@Test
	void findsAnEvaluationThatWasRemoved() {
		UUID subject = chain();
		String id = rowAt(subject, 3);
		tamper("delete from gate_evaluation where id = ?", Long.valueOf(id));
		assertThat(this.evidence.verify(subject)).containsExactly(damage(subject, Kind.ROW_MISSING, 3, id));
	}

	@Test
	void findsAnEvaluationThatWasInserted() {
		UUID subject = chain();
		tamper("""
				insert into gate_evaluation (subject_id, gate, verdict, mode, let_through, findings,
					process_instance_key, process_version, element_instance_key)
				values (?, 'signature', 'PASSED', 'BLOCK', true, '[]', 1, 1, 1)""", subject);
		assertThat(this.evidence.verify(subject)).extracting(Damage::kind, Damage::table)
			.containsExactly(tuple(Kind.ROW_ADDED, "gate_evaluation"));
	}

	@Test
	void findsALinkThatWasAltered() {
		UUID subject = chain();
		tamper("update evidence set content = replace(content, 'HELD', 'PASSED') where subject_id = ? and position = 2",
				subject);
		assertThat(this.evidence.verify(subject)).contains(damage(subject, Kind.LINK_ALTERED, 2, rowAt(subject, 2)),
				damage(subject, Kind.ROW_ALTERED, 2, rowAt(subject, 2)));
	}

	@Test
	void findsALinkThatWasAlteredTogetherWithItsRowAndItsHash() {
		UUID subject = chain();
		String id = rowAt(subject, 2);
		tamper("update gate_evaluation set process_version = 7 where id = ?", Long.valueOf(id));
		tamper("""
				update evidence set content = replace(content, '"process_version":1', '"process_version":7')
				where subject_id = ? and position = 2""", subject);
		tamper("""
				update evidence set hash = encode(sha256(convert_to(previous_hash || E'\\n' || subject_id || E'\\n'
					|| position || E'\\n' || kind || E'\\n' || row_id || E'\\n'
					|| regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z'
					|| E'\\n' || content, 'UTF8')), 'hex')
				where subject_id = ? and position = 2""", subject);
		assertThat(this.evidence.verify(subject))
			.containsExactly(damage(subject, Kind.LINK_BROKEN, 3, rowAt(subject, 3)));
	}

	@Test
	void findsLinksThatWereReordered() {
		UUID subject = chain();
		tamper("update evidence set position = 99 where subject_id = ? and position = 1", subject);
		tamper("update evidence set position = 1 where subject_id = ? and position = 2", subject);
		tamper("update evidence set position = 2 where subject_id = ? and position = 99", subject);
		assertThat(this.evidence.verify(subject)).extracting(Damage::kind, Damage::position)
			.contains(tuple(Kind.LINK_MOVED, 1L), tuple(Kind.LINK_MOVED, 2L));
	}

	@Test
	void findsALinkThatIsMissingWithItsRow() {
		UUID subject = chain();
		removeLinkAndRow(subject, 2);
		assertThat(this.evidence.verify(subject)).containsExactly(new Damage(subject, Kind.LINK_MISSING, 2, "", ""));
	}

	@Test
	void findsAMissingEnd() {
		UUID subject = chain();
		removeLinkAndRow(subject, 3);
		removeLinkAndRow(subject, 2);
		assertThat(this.evidence.verify(subject)).containsExactly(new Damage(subject, Kind.LINK_MISSING, 2, "", ""),
				new Damage(subject, Kind.LINK_MISSING, 3, "", ""));
	}

	@Test
	void findsAMissingHead() {
		UUID subject = chain();
		tamper("delete from evidence_head where subject_id = ?", subject);
		assertThat(this.evidence.verify(subject)).containsExactly(new Damage(subject, Kind.HEAD_MISSING, 0, "", ""));
	}

	@Test
	void findsAWholeChainThatWasWrittenAnewByItsAnchor() {
		UUID subject = chain();
		List<Anchor> kept = this.evidence.anchors();
		tamper("delete from gate_evaluation where subject_id = ?", subject);
		tamper("delete from evidence where subject_id = ?", subject);
		tamper("delete from evidence_head where subject_id = ?", subject);
		this.scene.ask(subject, Gate.FOUR_PILLARS);
		assertThat(this.evidence.verify(subject)).isEmpty();
		assertThat(this.evidence.verify(kept)).filteredOn((damage) -> damage.subject().equals(subject))
			.containsExactly(new Damage(subject, Kind.CHAIN_REWRITTEN, 3, "", ""));
	}

	@Test
	void namesTheDamageAmongAllChains() {
		UUID sound = chain();
		UUID damaged = chain();
		tamper("delete from gate_evaluation where id = ?", Long.valueOf(rowAt(damaged, 1)));
		EvidenceReport report = this.evidence.verifyAll();
		assertThat(report.sound()).isFalse();
		assertThat(report.damages()).extracting(Damage::subject).contains(damaged).doesNotContain(sound);
		assertThat(report.outOfReach()).as("tests connect as the owner").isFalse();
	}

	@Test
	void aRolledBackDecisionLeavesNoLink() {
		UUID subject = chain();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.scene.ask(subject, Gate.WARMTH);
			status.setRollbackOnly();
		});
		assertThat(this.evidence.verify(subject)).isEmpty();
		assertThat(this.evidence.anchors()).filteredOn((anchor) -> anchor.subject().equals(subject))
			.extracting(Anchor::position)
			.containsExactly(3L);
	}

	@Test
	void isAppendedInTheTransactionOfItsRowOnly() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.evidence.append(UUID.randomUUID(), EvidenceKind.EVALUATION, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "update gate_evaluation set mode = 'OFF'", "delete from gate_evaluation",
			"truncate gate_evaluation cascade", "update gate_override set reason = reason", "delete from gate_override",
			"update evidence set content = ''", "delete from evidence", "truncate evidence",
			"update evidence_head set length = 1", "delete from evidence_head", "truncate evidence_head" })
	void refusesEveryChange(String sql) {
		chain();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.withMessageContaining("is evidence");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update gate_evaluation set mode = 'OFF'", "delete from gate_evaluation",
			"truncate gate_evaluation", "delete from gate_override", "update evidence set content = ''",
			"delete from evidence", "truncate evidence", "update evidence_head set length = 1",
			"insert into evidence_head values (gen_random_uuid(), 0, '')", "drop table evidence",
			"update contact_detail set consented_on = now()", "delete from contact_detail",
			"alter table evidence disable trigger evidence_append_only",
			"alter table evidence_head disable trigger evidence_head_only_grows",
			"set session_replication_role = replica", "drop trigger evidence_append_only on evidence",
			"create or replace function refuse_evidence_change() returns trigger language plpgsql as 'begin end'" })
	void theRoleOfTheApplicationCannotEvenTry(String sql) {
		grantToApplication();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> asApplication(() -> this.jdbc.sql(sql).update()))
			.satisfies((ex) -> assertThat(ex.getMostSpecificCause().getMessage())
				.matches("(?s).*(permission denied|must be owner).*"));
	}

	@Test
	void theRoleOfTheApplicationAddsEvidence() {
		UUID subject = chain();
		grantToApplication();
		asApplication(() -> {
			this.scene.ask(subject, Gate.WARMTH, "too few gestures");
			this.overrides.override(subject, Gate.WARMTH, "sponsor", "They wrote to us first, last week");
			assertThat(this.evidence.verifyAll().outOfReach()).isTrue();
		});
		assertThat(this.evidence.verify(subject)).isEmpty();
	}

	@Test
	void theRoleOfTheApplicationCannotPassOffALinkThatDoesNotFollow() {
		UUID subject = chain();
		grantToApplication();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> asApplication(() -> this.jdbc.sql("""
				insert into evidence (subject_id, position, kind, row_id, content, at, previous_hash, hash)
				values (?, 9, 'EVALUATION', 'x', '{}', now(), '', '')""").param(subject).update()))
			.withMessageContaining("does not follow");
	}

	/** A subject with three links. */
	private UUID chain() {
		UUID subject = this.scene.partnership("manager");
		this.scene.ask(subject, Gate.NAMED_PAIR);
		this.scene.ask(subject, Gate.FOUR_PILLARS, "desire is too low");
		this.scene.ask(subject, Gate.FOUR_PILLARS);
		return subject;
	}

	private String rowAt(UUID subject, int position) {
		return this.jdbc.sql("select row_id from evidence where subject_id = ? and position = ?")
			.params(subject, position)
			.query(String.class)
			.single();
	}

	private void removeLinkAndRow(UUID subject, int position) {
		String id = rowAt(subject, position);
		tamper("delete from evidence where subject_id = ? and position = ?", subject, position);
		tamper("delete from gate_evaluation where id = ?", Long.valueOf(id));
	}

	private static Damage damage(UUID subject, Kind kind, long position, String row) {
		return new Damage(subject, kind, position, "gate_evaluation", row);
	}

	/** As superuser, triggers off. */
	private void tamper(String sql, Object... parameters) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.sql("set local session_replication_role = replica").update();
			assertThat(this.jdbc.sql(sql).params(parameters).update()).isPositive();
		});
	}

	/** What an installation does whose migrations run as another role. */
	private void grantToApplication() {
		this.jdbc.sql("""
				do $$ begin
					if not exists (select from pg_roles where rolname = '%1$s') then
						create role %1$s login;
					end if;
				end $$""".formatted(ROLE)).update();
		Flyway.configure().dataSource(this.dataSource).placeholders(Map.of("applicationRole", ROLE)).load().migrate();
	}

	private void asApplication(Runnable work) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.sql("set local session authorization " + ROLE).update();
			work.run();
		});
	}

}
