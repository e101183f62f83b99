package org.binome.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.binome.portal.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the local stack has mailed, newest first.
 */
public final class Mailbox {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final JsonMapper json = JsonMapper.builder().build();

	private final Browser portal;

	Mailbox(Browser portal) {
		this.portal = portal;
	}

	/**
	 * A mail.
	 *
	 * @param links addresses in its text
	 * @param attachments names of files
	 */
	public record Mail(String id, List<String> to, String subject, String text, List<String> links,
			List<String> attachments) {

		/** Path and query of the first link into the portal's pages for partners. */
		public String partnerLink() {
			return this.links.stream()
				.map(URI::create)
				.filter((link) -> link.getPath().startsWith("/p/"))
				.map((link) -> link.getRawPath() + ((link.getRawQuery() != null) ? "?" + link.getRawQuery() : ""))
				.findFirst()
				.orElseThrow(() -> new AssertionError("No link for the partner in " + this));
		}

	}

	public List<Mail> all() {
		List<Mail> mails = new ArrayList<>();
		for (JsonNode node : this.json.readTree(this.portal.get("/mailbox.json").body())) {
			mails.add(new Mail(node.path("id").asString(), texts(node.path("to")), node.path("subject").asString(),
					node.path("text").asString(), texts(node.path("links")),
					node.path("attachments")
						.valueStream()
						.map((attachment) -> attachment.path("name").asString())
						.toList()));
		}
		return mails;
	}

	/** Mails to an address. */
	public List<Mail> to(String address) {
		return all().stream().filter((mail) -> mail.to().stream().anyMatch((to) -> to.contains(address))).toList();
	}

	/**
	 * Waits for a mail.
	 * @return the newest that matches
	 */
	public Mail await(Predicate<Mail> wanted) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (true) {
			Optional<Mail> found = all().stream().filter(wanted).findFirst();
			if (found.isPresent()) {
				return found.get();
			}
			if (System.nanoTime() > end) {
				throw new AssertionError("No such mail after %s; there are %s".formatted(PATIENCE, all()));
			}
			try {
				Thread.sleep(300);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

}
