package org.binome.contract;

import java.util.List;
import java.util.Set;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PersonsTests {

	private final Accounts accounts = new Accounts(
			List.of(new Account("robot", "", "Robot", "robot@binome.example", "en", Set.of(Role.LEGAL)),
					new Account("legal", "", "Legal", "legal@binome.example", "en", Set.of(Role.LEGAL, Role.MANAGER))));

	private final Persons persons = new Persons(this.accounts, "robot");

	@Test
	void con02TheAccountWithWhichTheApplicationLogsInIsNoPerson() {
		assertThat(this.persons.find("robot")).isEmpty();
		assertThat(this.persons.has("robot", Role.LEGAL)).isFalse();
		assertThat(this.persons.roles("robot")).isEmpty();
		assertThat(this.persons.has("legal", Role.LEGAL)).isTrue();
	}

	@Test
	void con02RolesAreKeptByName() {
		assertThat(this.persons.roles("legal")).isEqualTo("LEGAL MANAGER");
	}

	@Test
	void con04ARobotIsNobodyElse() {
		assertThat(this.persons.another("legal", Role.LEGAL)).isFalse();
		assertThat(this.persons.another("manager", Role.LEGAL)).isTrue();
	}

}
