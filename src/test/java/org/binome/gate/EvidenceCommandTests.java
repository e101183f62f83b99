package org.binome.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.binome.StageTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks a database of its own: other tests leave damage behind.
 */
@StageTest
@Import(GateScene.class)
@TestPropertySource(properties = "binome.test.database=evidence-command")
@DirtiesContext
class EvidenceCommandTests {

	@Autowired
	GateScene scene;

	@Autowired
	Environment environment;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@TempDir
	Path folder;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	@Test
	void exitsWithZeroThenWithOneOnceSomethingWasAltered() throws IOException {
		UUID subject = this.scene.partnership("manager");
		this.scene.ask(subject, Gate.WARMTH, "too few gestures");
		Path anchors = this.folder.resolve("anchors");
		assertThat(run("--anchors=" + anchors)).isEqualTo(EvidenceCommand.SOUND);
		assertThat(Files.readString(anchors)).contains(subject + " 1 ");
		this.scene.ask(subject, Gate.WARMTH);
		assertThat(run("--anchors=" + anchors)).as("a chain that has grown").isEqualTo(EvidenceCommand.SOUND);

		tamper("delete from gate_evaluation where subject_id = ?", subject);
		assertThat(run()).isEqualTo(EvidenceCommand.DAMAGED);
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains(subject + ": Row", "is missing",
				"2 things are wrong");

		tamper("delete from evidence where subject_id = ?", subject);
		tamper("delete from evidence_head where subject_id = ?", subject);
		assertThat(run()).as("every trace is gone").isEqualTo(EvidenceCommand.SOUND);
		assertThat(run("--anchors=" + anchors)).as("but for the anchor").isEqualTo(EvidenceCommand.DAMAGED);
		assertThat(Files.readString(anchors)).as("never overwritten by a damaged state").contains(subject + " 2 ");
	}

	@Test
	void exitsWithTwoWhenItCannotCheck() {
		assertThat(EvidenceCommand.run(new PrintStream(this.printed, true, StandardCharsets.UTF_8), "--verify-evidence",
				"--spring.datasource.url=jdbc:postgresql://localhost:1/none", "--spring.datasource.username=none",
				"--spring.datasource.hikari.connection-timeout=1000"))
			.isEqualTo(EvidenceCommand.NOT_CHECKED);
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains("could not be checked");
	}

	private int run(String... more) {
		String[] arguments = new String[3 + more.length];
		arguments[0] = "--verify-evidence";
		arguments[1] = "--spring.datasource.url=" + this.environment.getProperty("spring.datasource.url");
		arguments[2] = "--spring.datasource.username=postgres";
		System.arraycopy(more, 0, arguments, 3, more.length);
		return EvidenceCommand.run(new PrintStream(this.printed, true, StandardCharsets.UTF_8), arguments);
	}

	private void tamper(String sql, UUID subject) {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.jdbc.sql("set local session_replication_role = replica").update();
			this.jdbc.sql(sql).param(subject).update();
		});
	}

}
