package org.binome.local;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Gives every account of the application a user with the same name and password in
 * Tasklist and Operate, which keep theirs in an OpenSearch index.
 */
final class TasklistUsers {

	/** Name and version of the index in Camunda 8.6. */
	private static final String INDEX = "operate-user-1.2.0_";

	private static final List<String> OPERATES_OWN = List.of("demo", "view", "act");

	private static final String NOOP = "{noop}";

	private final String openSearchUrl;

	private final JsonMapper json = JsonMapper.builder().build();

	TasklistUsers(String openSearchUrl) {
		this.openSearchUrl = openSearchUrl;
	}

	/**
	 * An account as configured.
	 *
	 * @param password with its encoding in front, {@code {noop}} or {@code {bcrypt}}
	 */
	record Account(String username, String password, String name) {

		boolean isPlain() {
			return this.password.startsWith(NOOP);
		}

		String plainPassword() {
			return this.password.substring(NOOP.length());
		}

	}

	/**
	 * Stores the accounts and removes the users with well-known passwords that Operate
	 * makes by itself.
	 */
	void put(List<Account> accounts) {
		accounts.forEach(this::put);
		OPERATES_OWN.stream()
			.filter((own) -> accounts.stream().noneMatch((account) -> account.username().equals(own)))
			.forEach(this::remove);
	}

	private void remove(String username) {
		try {
			Http.delete("%s/%s/_doc/%s?refresh=true".formatted(this.openSearchUrl, INDEX, username));
		}
		catch (IOException ex) {
			// It can only read, and only from this machine.
		}
	}

	private void put(Account account) {
		String password = account.isPlain() ? "{bcrypt}" + new BCryptPasswordEncoder().encode(account.plainPassword())
				: account.password();
		String user = this.json.writeValueAsString(Map.of("id", account.username(), "userId", account.username(),
				"displayName", account.name(), "password", password, "roles", List.of("OWNER")));
		try {
			HttpResponse<String> response = Http
				.putJson("%s/%s/_doc/%s?refresh=true".formatted(this.openSearchUrl, INDEX, account.username()), user);
			if (response.statusCode() / 100 != 2) {
				throw new IOException(response.body());
			}
		}
		catch (IOException ex) {
			throw new LocalStartException("The Tasklist user %s can't be stored: %s.".formatted(account.username(), ex),
					"See the log files opensearch.log and tasklist.log.", ex);
		}
	}

}
