package org.binome.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * PostgreSQL with its data kept in the state directory.
 */
final class PostgresServer {

	private static final String DATABASE = "binome";

	private final EmbeddedPostgres server;

	private PostgresServer(EmbeddedPostgres server) {
		this.server = server;
	}

	static PostgresServer start(StateDirectory directory, int port) {
		Path log = directory.log("postgres");
		try {
			Path home = Files.createDirectories(directory.resolve("postgres"));
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setOverrideWorkingDirectory(home.toFile())
				.setDataDirectory(home.resolve("data"))
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setPGStartupWait(Duration.ofSeconds(60))
				.setServerConfig("max_connections", "60")
				.setOutputRedirector(Redirect.appendTo(log.toFile()))
				.setErrorRedirector(Redirect.appendTo(log.toFile()));
			if (port != 0) {
				builder.setPort(port);
			}
			PostgresServer postgres = new PostgresServer(builder.start());
			postgres.createDatabase();
			return postgres;
		}
		catch (IOException | SQLException | IllegalStateException ex) {
			throw new LocalStartException("PostgreSQL can't be started: %s.".formatted(ex.getMessage()),
					"Its output is in %s.".formatted(log), ex);
		}
	}

	private void createDatabase() throws SQLException {
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			try (ResultSet found = statement
				.executeQuery("select 1 from pg_database where datname = '%s'".formatted(DATABASE))) {
				if (found.next()) {
					return;
				}
			}
			statement.execute("create database " + DATABASE);
		}
	}

	String url() {
		return "jdbc:postgresql://localhost:%d/%s".formatted(this.server.getPort(), DATABASE);
	}

	void stop() {
		try {
			this.server.close();
		}
		catch (IOException | RuntimeException ex) {
			// The next start clears it.
		}
	}

}
