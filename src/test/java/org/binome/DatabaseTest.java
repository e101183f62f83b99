package org.binome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.binome.document.SelfSignedKey;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * Gives a Spring test a database of its own in one real PostgreSQL server per test run,
 * and the key that seals contracts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ContextConfiguration(initializers = DatabaseTest.Database.class)
public @interface DatabaseTest {

	/** Starts the server once and makes a database per application context. */
	class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private static EmbeddedPostgres server;

		private static Path sealKey;

		static synchronized EmbeddedPostgres server() {
			if (server == null) {
				try {
					server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
			return server;
		}

		private static synchronized Path sealKey() {
			if (sealKey == null) {
				try {
					sealKey = Files.createTempDirectory("binome").resolve("seal.p12");
					SelfSignedKey.create(sealKey, "for tests", "Seal for tests");
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
			return sealKey;
		}

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			String name = "t" + UUID.randomUUID().toString().replace("-", "");
			try (var connection = server().getPostgresDatabase().getConnection();
					var statement = connection.createStatement()) {
				statement.execute("create database " + name);
			}
			catch (java.sql.SQLException ex) {
				throw new IllegalStateException(ex);
			}
			var properties = new java.util.HashMap<String, Object>();
			properties.put("spring.datasource.url", server().getJdbcUrl("postgres", name));
			properties.put("spring.datasource.username", "postgres");
			properties.put("binome.seal.keystore", sealKey().toString());
			properties.put("binome.seal.password", "for tests");
			properties.put("spring.datasource.hikari.maximum-pool-size", 8);
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
		}

	}

}
