package org.binome.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Batches and what became of their contracts. At most one batch is running.
 */
@Repository
public class Batches {

	private static final String BATCH = """
			select b.*, count(*) filter (where i.state = 'WAITING') as waiting,
				count(*) filter (where i.state = 'CHANGED') as changed,
				count(*) filter (where i.state = 'UNCHANGED') as unchanged,
				count(*) filter (where i.state = 'FAILED') as failed
			from contract_batch b left join contract_batch_item i on i.batch_id = b.id
			""";

	private static final String ITEM = """
			select i.batch_id, i.contract_id, c.number, c.drawn_up_on, o.name as organisation, i.revision, i.state,
				i.template_version, i.changed_clauses, i.sha256, i.reason, i.done_at
			from contract_batch_item i join contract c on c.id = i.contract_id
				join partnership p on p.id = c.partnership_id join organisation o on o.id = p.organisation_id
			where i.batch_id = ?""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Batches(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Starts a batch over every contract in force, or finds the one that is running.
	 * @param by user name of the person who starts it
	 */
	public Batch start(String reason, String by) {
		UUID id = UUID.randomUUID();
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("insert into contract_batch (id, state, reason, started_by) values (?, 'RUNNING', ?, ?)")
					.params(id, reason.strip(), by)
					.update();
				this.jdbc.sql("""
						insert into contract_batch_item (batch_id, contract_id, revision)
						select ?, id, revision_in_force from contract where state = 'IN_FORCE'""").param(id).update();
			});
			return get(id);
		}
		catch (DuplicateKeyException ex) {
			return running().orElseThrow(() -> ex);
		}
	}

	/** Lets a running batch rest after the contracts at hand. */
	@Transactional
	public void stop(UUID id) {
		get(id);
		this.jdbc.sql("update contract_batch set state = 'STOPPED' where id = ? and state = 'RUNNING'")
			.param(id)
			.update();
	}

	/**
	 * Lets a stopped batch go on with the contracts that are left.
	 * @throws BatchRunning when another one is running
	 */
	@Transactional
	public void resume(UUID id) {
		get(id);
		try {
			this.jdbc.sql("update contract_batch set state = 'RUNNING' where id = ? and state = 'STOPPED'")
				.param(id)
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new BatchRunning(ex);
		}
	}

	/**
	 * Has the contracts that failed drafted again, such as after a template was put
	 * right.
	 * @throws BatchRunning when another batch is running
	 */
	@Transactional
	public void retry(UUID id) {
		get(id);
		try {
			this.jdbc.sql("""
					update contract_batch set state = 'RUNNING', ended_at = null where id = ? and exists (
						select from contract_batch_item where batch_id = ? and state = 'FAILED')""")
				.params(id, id)
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new BatchRunning(ex);
		}
		this.jdbc.sql("""
				update contract_batch_item set state = 'WAITING', reason = null, done_at = null
				where batch_id = ? and state = 'FAILED'""").param(id).update();
	}

	public Batch get(UUID id) {
		return this.jdbc.sql(BATCH + " where b.id = ? group by b.id")
			.param(id)
			.query(Batches::batch)
			.optional()
			.orElseThrow(() -> new UnknownBatch(id));
	}

	/** The latest batches, newest first. */
	public List<Batch> latest() {
		return this.jdbc.sql(BATCH + """
				 where b.id in (select id from contract_batch order by started_at desc limit 20)
				group by b.id order by b.started_at desc""").query(Batches::batch).list();
	}

	public Optional<Batch> running() {
		return this.jdbc.sql(BATCH + " where b.state = 'RUNNING' group by b.id").query(Batches::batch).optional();
	}

	/**
	 * A page of a batch's contracts in one state, by number.
	 * @param after the number of the last contract of the page before, 0 for the first
	 */
	public List<BatchItem> items(UUID id, BatchItem.State state, long after, int limit) {
		return this.jdbc.sql(ITEM + " and i.state = ? and c.number > ? order by c.number limit ?")
			.params(id, state.name(), after, limit)
			.query(Batches::item)
			.list();
	}

	public BatchItem item(UUID id, UUID contractId) {
		return this.jdbc.sql(ITEM + " and i.contract_id = ?")
			.params(id, contractId)
			.query(Batches::item)
			.optional()
			.orElseThrow(() -> new UnknownBatch(id));
	}

	/** The draft's PDF. */
	public byte[] pdf(UUID id, UUID contractId) {
		return draft("pdf", id, contractId, byte[].class);
	}

	/** The XHTML the draft's PDF was made from. */
	public String html(UUID id, UUID contractId) {
		return draft("html", id, contractId, String.class);
	}

	private <T> T draft(String column, UUID id, UUID contractId, Class<T> type) {
		return this.jdbc
			.sql("select " + column + " from contract_batch_item"
					+ " where batch_id = ? and contract_id = ? and state = 'CHANGED'")
			.params(id, contractId)
			.query(type)
			.optional()
			.orElseThrow(() -> new UnknownBatch(id));
	}

	private static Batch batch(ResultSet row, int number) throws SQLException {
		Timestamp ended = row.getTimestamp("ended_at");
		return new Batch(row.getObject("id", UUID.class), Batch.State.valueOf(row.getString("state")),
				row.getString("reason"), row.getString("started_by"), row.getTimestamp("started_at").toInstant(),
				(ended != null) ? ended.toInstant() : null, row.getLong("waiting"), row.getLong("changed"),
				row.getLong("unchanged"), row.getLong("failed"));
	}

	private static BatchItem item(ResultSet row, int number) throws SQLException {
		Timestamp done = row.getTimestamp("done_at");
		return new BatchItem(row.getObject("batch_id", UUID.class), row.getObject("contract_id", UUID.class),
				row.getLong("number"),
				Contract.reference(row.getObject("drawn_up_on", java.time.LocalDate.class), row.getLong("number")),
				row.getString("organisation"), row.getInt("revision"), BatchItem.State.valueOf(row.getString("state")),
				row.getString("template_version"), row.getInt("changed_clauses"), row.getString("sha256"),
				row.getString("reason"), (done != null) ? done.toInstant() : null);
	}

	/** There is no such batch, or no draft of this contract in it. */
	public static class UnknownBatch extends RuntimeException {

		UnknownBatch(UUID id) {
			super("There is no such draft or batch: " + id);
		}

	}

	/** Another batch is running. */
	public static class BatchRunning extends RuntimeException {

		BatchRunning(Throwable cause) {
			super("Another batch is running. Wait until it is done, or stop it.", cause);
		}

	}

}
