package org.binome.contract;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.StageTest;
import org.binome.contract.Batches.BatchRunning;
import org.binome.contract.Batches.UnknownBatch;
import org.binome.document.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@StageTest
@Import(AgreedTerms.class)
class BatchTests {

	private static final AtomicLong KEYS = new AtomicLong(7_000_000);

	@Autowired
	private AgreedTerms terms;

	@Autowired
	private Contracts contracts;

	@Autowired
	private Batches batches;

	@Autowired
	private BatchRun run;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@AfterEach
	void leaveNoneRunning() {
		this.batches.running().ifPresent((batch) -> this.batches.stop(batch.id()));
	}

	@Test
	void goesOnAfterAnInterruptionAndLosesNothing() {
		Contract same = inForce("fr");
		Contract differs = inForce("fr");
		Contract broken = inForce("en");
		tamper(differs, "html = replace(html, 'Confidentialité', 'Discrétion')");
		tamper(broken, "data = data - 'noticeDays'");
		Batch batch = this.batches.start("Clause on confidentiality", "legal");
		assertThat(batch.waiting()).isGreaterThanOrEqualTo(3);

		assertThat(this.run.next()).isTrue();
		crashWhileDrafting();
		this.batches.stop(batch.id());
		this.run.run();
		assertThat(this.batches.get(batch.id())).satisfies((stopped) -> {
			assertThat(stopped.state()).isEqualTo(Batch.State.STOPPED);
			assertThat(stopped.done()).isEqualTo(1);
			assertThat(stopped.total()).isEqualTo(batch.total());
		});
		this.batches.resume(batch.id());
		this.run.run();

		Batch done = this.batches.get(batch.id());
		assertThat(done.state()).isEqualTo(Batch.State.DONE);
		assertThat(done.endedAt()).isNotNull();
		assertThat(done.waiting()).isZero();
		assertThat(done.done()).isEqualTo(batch.total());
		assertThat(item(batch, same).state()).isEqualTo(BatchItem.State.UNCHANGED);
		assertThat(item(batch, broken)).satisfies((item) -> {
			assertThat(item.state()).isEqualTo(BatchItem.State.FAILED);
			assertThat(item.reason()).contains("noticeDays", "line");
		});
		BatchItem changed = item(batch, differs);
		assertThat(changed.state()).isEqualTo(BatchItem.State.CHANGED);
		assertThat(changed.changedClauses()).isPositive();
		assertThat(changed.sha256()).isEqualTo(Digest.sha256(this.batches.pdf(batch.id(), differs.id())));
		assertThat(this.batches.html(batch.id(), differs.id())).contains("Confidentialité");
		assertThat(this.batches.items(batch.id(), BatchItem.State.CHANGED, 0, 100)).extracting(BatchItem::contractId)
			.contains(differs.id())
			.doesNotContain(same.id());
	}

	@Test
	void neverTouchesWhatIsInForce() {
		Contract contract = inForce("fr");
		tamper(contract, "html = replace(html, 'Confidentialité', 'Discrétion')");
		Revision before = this.contracts.current(contract.id()).orElseThrow();

		this.batches.start("New clauses", "admin");
		this.run.run();

		assertThat(this.contracts.get(contract.id())).isEqualTo(contract);
		assertThat(this.contracts.revisions(contract.id())).containsExactly(before);
	}

	@Test
	void draftsEachContractOnceHoweverOftenItIsStarted() {
		inForce("fr");

		Batch first = this.batches.start("New clauses", "admin");
		Batch again = this.batches.start("New clauses", "legal");

		assertThat(again.id()).isEqualTo(first.id());
		assertThat(again.startedBy()).isEqualTo("admin");
		assertThat(again.total()).isEqualTo(first.total());
	}

	@Test
	void draftsAgainWhatFailed() {
		Contract broken = inForce("fr");
		tamper(broken, "data = data - 'noticeDays'");
		Batch batch = this.batches.start("New clauses", "admin");
		this.run.run();
		assertThat(item(batch, broken).state()).isEqualTo(BatchItem.State.FAILED);
		tamper(broken, "data = jsonb_set(data, '{noticeDays}', '60')");

		this.batches.retry(batch.id());
		this.run.run();

		assertThat(item(batch, broken).state()).isNotEqualTo(BatchItem.State.FAILED);
		assertThat(this.batches.get(batch.id()).state()).isEqualTo(Batch.State.DONE);
	}

	@Test
	void runsOneBatchAtATime() {
		Batch first = this.batches.start("First", "admin");
		this.batches.stop(first.id());
		Batch second = this.batches.start("Second", "admin");

		assertThat(second.id()).isNotEqualTo(first.id());
		assertThatThrownBy(() -> this.batches.resume(first.id())).isInstanceOf(BatchRunning.class);
		assertThatThrownBy(() -> this.batches.stop(UUID.randomUUID())).isInstanceOf(UnknownBatch.class);
	}

	/** As when the machine stops: what was at hand is undone by the database. */
	private void crashWhileDrafting() {
		this.transaction.executeWithoutResult((status) -> {
			this.run.next();
			status.setRollbackOnly();
		});
	}

	private BatchItem item(Batch batch, Contract contract) {
		return this.batches.item(batch.id(), contract.id());
	}

	private Contract inForce(String language) {
		Contract contract = this.contracts.open(this.terms.accepted(language).id());
		this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "standard");
		this.jdbc.sql("update contract set state = 'IN_FORCE', revision_in_force = 1 where id = ?")
			.param(contract.id())
			.update();
		return this.contracts.get(contract.id());
	}

	/** Stands for a clause or data that was otherwise when the contract was made. */
	private void tamper(Contract contract, String change) {
		this.transaction
			.executeWithoutResult(
					(status) -> List
						.of("set local session_replication_role = replica",
								"update contract_revision set " + change + " where contract_id = '" + contract.id()
										+ "'")
						.forEach((statement) -> this.jdbc.sql(statement).update()));
	}

}
