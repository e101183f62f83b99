package org.binome.portal;

import org.binome.account.Account;
import org.binome.account.Role;

import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every view may need. Views call it as <code>portal</code>.
 *
 * @param user who is logged in, null on open pages
 * @param language "fr" or "en"
 * @param csrf the token each form sends back
 * @param path the address of this page without parameters
 * @param tasklistUrl Camunda Tasklist
 * @param mailbox whether there is a mailbox page
 */
public record ViewContext(Account user, String language, CsrfToken csrf, String path, String tasklistUrl,
		boolean mailbox) {

	public boolean manager() {
		return this.user != null && this.user.has(Role.MANAGER);
	}

	/** Whether the user may let held gates of others pass. */
	public boolean sponsor() {
		return this.user != null && (this.user.has(Role.SPONSOR) || this.user.has(Role.ADMIN));
	}

	/** Whether this person writes templates and drafts contracts with them. */
	public boolean author() {
		return this.user != null && (this.user.has(Role.LEGAL) || this.user.has(Role.ADMIN));
	}

	/** Whether this person may check the evidence. */
	public boolean mayVerify() {
		return this.user != null && (this.user.has(Role.LEGAL) || this.user.has(Role.ADMIN));
	}

}
