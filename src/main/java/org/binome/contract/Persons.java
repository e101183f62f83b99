package org.binome.contract;

import java.util.Optional;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells the people of the company from technical accounts: what a programme completes
 * through the engine's API is nobody's word (CON-02).
 */
@Component
class Persons {

	private final Accounts accounts;

	private final String technicalAccount;

	Persons(Accounts accounts, @Value("${binome.camunda.username:}") String technicalAccount) {
		this.accounts = accounts;
		this.technicalAccount = technicalAccount;
	}

	/** The person with this user name; empty for a technical or unknown account. */
	Optional<Account> find(String username) {
		return this.accounts.find(username).filter((account) -> !account.username().equals(this.technicalAccount));
	}

	boolean has(String username, Role role) {
		return find(username).filter((account) -> account.has(role)).isPresent();
	}

	/** The roles of a person now, to be kept with what the person does. */
	String roles(String username) {
		return find(username).stream()
			.flatMap((account) -> account.roles().stream())
			.map(Role::name)
			.sorted()
			.collect(Collectors.joining(" "));
	}

	/** Whether somebody else could do what only this role may. */
	boolean another(String username, Role role) {
		return this.accounts.withRole(role)
			.stream()
			.anyMatch((account) -> !account.username().equals(username)
					&& !account.username().equals(this.technicalAccount));
	}

	String nameOf(String username) {
		return this.accounts.nameOf(username);
	}

}
