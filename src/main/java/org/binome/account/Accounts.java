package org.binome.account;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Everyone with a login, from the configuration <code>binome.accounts</code>.
 */
@ConfigurationProperties("binome")
public record Accounts(List<Account> accounts) {

	public Accounts {
		accounts = (accounts != null) ? List.copyOf(accounts) : List.of();
		var seen = new HashSet<String>();
		for (Account account : accounts) {
			if (!seen.add(account.username())) {
				throw new IllegalArgumentException(
						"binome.accounts names '" + account.username() + "' twice; a user name must be unique");
			}
		}
	}

	public Optional<Account> find(String username) {
		return this.accounts.stream().filter((account) -> account.username().equals(username)).findFirst();
	}

	/** Whoever goes by this user name, name or mail address. */
	public Optional<Account> named(String person) {
		return this.accounts.stream()
			.filter((account) -> account.username().equalsIgnoreCase(person) || account.name().equalsIgnoreCase(person)
					|| person.equalsIgnoreCase(account.email()))
			.findFirst();
	}

	public List<Account> withRole(Role role) {
		return this.accounts.stream().filter((account) -> account.has(role)).toList();
	}

	/**
	 * The name shown for a user name: the person's, or the user name of one who has left.
	 */
	public String nameOf(String username) {
		return find(username).map(Account::name).orElse(username);
	}

}
