package org.binome.contract;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.binome.document.Comparison;
import org.binome.document.Digest;
import org.binome.document.DocumentFailure;
import org.binome.document.Printer;
import org.binome.document.TemplateFailure;
import org.binome.document.TextOutline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works a running batch off, one contract and one transaction at a time: what was done
 * stays done whatever happens, what was at hand in a crash is done again, and the memory
 * needed doesn't grow with the number of contracts. Replicas share the work.
 */
@Component
public class BatchRun {

	private static final Logger logger = LoggerFactory.getLogger(BatchRun.class);

	private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ContractText text;

	private final Printer printer;

	BatchRun(JdbcClient jdbc, TransactionTemplate transaction, ContractText text, Printer printer) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.text = text;
		this.printer = printer;
	}

	/** Goes on until nothing is left or the batch is stopped. */
	@Scheduled(fixedDelayString = "${binome.batch.every:2000}", timeUnit = TimeUnit.MILLISECONDS)
	public void run() {
		while (!Thread.currentThread().isInterrupted() && next()) {
			Thread.yield();
		}
	}

	/**
	 * Drafts the next contract of the running batch.
	 * @return whether there was one
	 */
	boolean next() {
		return this.transaction.execute((status) -> {
			Optional<Task> task = claim();
			task.ifPresentOrElse(this::draft, this::finish);
			return task.isPresent();
		});
	}

	/** Locks the next contract, passing over those another replica has at hand. */
	private Optional<Task> claim() {
		return this.jdbc.sql("""
				select i.batch_id, i.contract_id, i.revision, b.started_at
				from contract_batch_item i join contract_batch b on b.id = i.batch_id
				where b.state = 'RUNNING' and i.state = 'WAITING'
				order by i.contract_id limit 1 for update of i skip locked""")
			.query((row, number) -> new Task(row.getObject("batch_id", UUID.class),
					row.getObject("contract_id", UUID.class), row.getInt("revision"),
					row.getTimestamp("started_at").toInstant().truncatedTo(ChronoUnit.SECONDS)))
			.optional();
	}

	private void draft(Task task) {
		Draft draft = drafted(task);
		this.jdbc.sql("""
				update contract_batch_item set state = ?, template_version = ?, changed_clauses = ?, html = ?, pdf = ?,
					sha256 = ?, reason = ?, done_at = now()
				where batch_id = ? and contract_id = ?""")
			.params(draft.state().name(), draft.templateVersion(), draft.changedClauses(), draft.html(), draft.pdf(),
					(draft.pdf() != null) ? Digest.sha256(draft.pdf()) : null, draft.reason(), task.batchId(),
					task.contractId())
			.update();
	}

	private Draft drafted(Task task) {
		InForce inForce = this.jdbc
			.sql("select kind, language, data, html from contract_revision where contract_id = ? and revision = ?")
			.params(task.contractId(), task.revision())
			.query((row, number) -> new InForce(row.getString("kind"), row.getString("language"), row.getString("data"),
					row.getString("html")))
			.single();
		String version = "";
		try {
			version = this.text.version(inForce.kind(), inForce.language());
			ContractData data = new ContractData(JsonMapper.shared().readValue(inForce.data(), DATA));
			String html = this.text.html(inForce.kind(), inForce.language(), data.values());
			Comparison comparison = Comparison.of(TextOutline.of(inForce.html()), TextOutline.of(html));
			if (comparison.unchanged()) {
				return new Draft(BatchItem.State.UNCHANGED, version, 0, null, null, null);
			}
			return new Draft(BatchItem.State.CHANGED, version, comparison.changedClauses(), html,
					this.printer.print(html, task.createdAt(), data.attachments()), null);
		}
		catch (TemplateFailure | DocumentFailure ex) {
			return new Draft(BatchItem.State.FAILED, version, 0, null, null, ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.warn("Contract {} can't be drafted in batch {}", task.contractId(), task.batchId(), ex);
			return new Draft(BatchItem.State.FAILED, version, 0, null, null, ex.toString());
		}
	}

	private void finish() {
		this.jdbc.sql("""
				update contract_batch set state = 'DONE', ended_at = now() where state = 'RUNNING' and not exists (
					select from contract_batch_item i where i.batch_id = contract_batch.id and i.state = 'WAITING')""")
			.update();
	}

	private record Task(UUID batchId, UUID contractId, int revision, Instant createdAt) {
	}

	private record InForce(String kind, String language, String data, String html) {
	}

	private record Draft(BatchItem.State state, String templateVersion, int changedClauses, String html, byte[] pdf,
			String reason) {
	}

}
