package org.binome.contract;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.binome.StageTest;
import org.binome.partner.Partnership;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A batch over many contracts, each of which gets a draft that differs:
 * {@code mvn -Pload test -Dbinome.load.contracts=10000}. It prints how fast it was and
 * what stayed in memory along the way.
 */
@StageTest
@Import(AgreedTerms.class)
class BatchLoad {

	private static final int SAMPLES = 20;

	private static final long ALLOWED_GROWTH = 24L << 20;

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

	@Test
	void draftsThousandsInTheSameMemory() {
		int count = Integer.getInteger("binome.load.contracts", 1_000);
		fill(count);
		Batch batch = this.batches.start("Load", "admin");
		assertThat(batch.total()).isEqualTo(count);
		List<Long> heaps = new ArrayList<>();
		long start = System.nanoTime();
		long sampling = 0;
		for (int done = 0; this.run.next(); done++) {
			if (done % Math.max(1, count / SAMPLES) == 0) {
				long before = System.nanoTime();
				heaps.add(heapInUse());
				System.out.printf("%6d drafted, %4d MB in use%n", done + 1, heaps.getLast() >> 20);
				sampling += System.nanoTime() - before;
			}
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start - sampling);

		Batch done = this.batches.get(batch.id());
		System.out.printf("%d contracts in %d s: %.1f a second; %d changed, %d failed; most memory in use %d MB%n",
				count, took.toSeconds(), count * 1e9 / took.toNanos(), done.changed(), done.failed(),
				Collections.max(heaps) >> 20);
		assertThat(done.state()).isEqualTo(Batch.State.DONE);
		assertThat(done.changed()).isEqualTo(count);
		assertThat(heaps.getLast()).isLessThan(heaps.get(1) + ALLOWED_GROWTH);
	}

	private static long heapInUse() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/** One contract drawn up as always, the others copied from it by the database. */
	private void fill(int count) {
		Partnership partnership = this.terms.accepted("fr");
		UUID first = this.contracts.open(partnership.id()).id();
		this.contracts.generate(first, 1L, "standard");
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("set local session_replication_role = replica").update();
			this.jdbc.sql("update contract_revision set html = replace(html, 'Confidentialité', 'Discrétion')")
				.update();
			this.jdbc.sql("update contract set state = 'IN_FORCE', revision_in_force = 1").update();
			this.jdbc.sql("create temporary table copies on commit drop as select gen_random_uuid() as partnership_id, "
					+ "gen_random_uuid() as contract_id, gen_random_uuid() as programme_id from generate_series(2, ?)")
				.param(count)
				.update();
			this.jdbc.sql("""
					insert into programme (id, name, partnership_type, owner, language)
					select programme_id, 'Load ' || programme_id, 'marketing', 'manager', 'fr' from copies""").update();
			this.jdbc
				.sql("""
						insert into partnership (id, programme_id, organisation_id, contact_id, type, owner, stage, state)
						select c.partnership_id, c.programme_id, p.organisation_id, p.contact_id, p.type, p.owner, p.stage, p.state
						from copies c, partnership p where p.id = ?""")
				.param(partnership.id())
				.update();
			this.jdbc.sql("""
					insert into contract (id, partnership_id, term_sheet_id, state, drawn_up_on, revision_in_force)
					select c.contract_id, c.partnership_id, o.term_sheet_id, o.state, o.drawn_up_on, 1
					from copies c, contract o where o.id = ?""").param(first).update();
			this.jdbc.sql("""
					insert into contract_revision
					select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
						'contract_id', c.contract_id))).*
					from copies c, contract_revision r where r.contract_id = ?""").param(first).update();
		});
	}

}
