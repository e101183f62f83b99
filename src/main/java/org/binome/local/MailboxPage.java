package org.binome.local;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows what would have been mailed.
 */
@Controller
@Profile("local")
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
class MailboxPage {

	private static final int LIMIT = 200;

	private final StoredMails mails;

	MailboxPage(Environment environment) {
		this.mails = new StoredMails(LocalSettings.from(environment).directory().resolve("mail"));
	}

	@GetMapping("/mailbox")
	String list(Model model) {
		model.addAttribute("mails", this.mails.newest(LIMIT));
		return "mailbox";
	}

	@GetMapping("/mailbox/{id}")
	String show(@PathVariable String id, Model model) {
		model.addAttribute("mail", this.mails.find(id).orElseThrow(MailboxPage::unknown));
		return "mail";
	}

	@GetMapping("/mailbox/{id}/attachments/{index}")
	ResponseEntity<byte[]> attachment(@PathVariable String id, @PathVariable int index) {
		StoredMail.Content content = this.mails.source(id)
			.flatMap((source) -> StoredMail.attachment(source, index))
			.orElseThrow(MailboxPage::unknown);
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, content.contentType())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(content.name(), StandardCharsets.UTF_8).build().toString())
			.body(content.bytes());
	}

	/** The same for programs. */
	@GetMapping("/mailbox.json")
	@ResponseBody
	List<StoredMail> json() {
		return this.mails.newest(LIMIT);
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
