package org.binome.account;

import java.util.Set;

/**
 * A person of the company with a login. The same user name is used in Camunda Tasklist.
 *
 * @param username the login, equal in the portal and in Tasklist
 * @param password the encoded password with its scheme, such as <code>{bcrypt}…</code>
 * @param name the name shown to people
 * @param email where reminders and decisions go
 * @param language "fr" or "en"
 * @param roles what the person may do
 */
public record Account(String username, String password, String name, String email, String language, Set<Role> roles) {

	public Account {
		roles = Set.copyOf(roles);
		language = (language != null) ? language : "fr";
	}

	public boolean has(Role role) {
		return this.roles.contains(role);
	}

	@Override
	public String toString() {
		return this.username;
	}

}
