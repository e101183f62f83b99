package org.binome.local;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes every mail by SMTP and keeps it as a file; nothing leaves the machine.
 */
final class MailSink {

	/** How files begin: UTC, followed by {@code Z-} and a number. */
	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS");

	private static final int MAX_BYTES = 30 * 1024 * 1024;

	private final SMTPServer server;

	private MailSink(SMTPServer server) {
		this.server = server;
	}

	static MailSink start(Path directory, String address, int port) {
		AtomicInteger counter = new AtomicInteger();
		try {
			SMTPServer server = SMTPServer.port(port)
				.bindAddress(InetAddress.getByName(address))
				.hostName("localhost")
				.maxMessageSize(MAX_BYTES)
				.messageHandler((context, from, to, content) -> keep(directory, content, counter.incrementAndGet()))
				.build();
			server.start();
			return new MailSink(server);
		}
		catch (IOException | RuntimeException ex) {
			throw new LocalStartException("The mail sink can't be started: %s.".formatted(ex.getMessage()),
					"Choose another port with the property binome.local.mail-port.", ex);
		}
	}

	/**
	 * An error here reaches the sender as an SMTP error: it keeps the mail then.
	 */
	private static void keep(Path directory, byte[] content, int number) {
		String name = "%sZ-%05d.eml".formatted(TIME.format(ZonedDateTime.now(ZoneOffset.UTC)), number);
		try {
			Path fresh = Files.write(directory.resolve(name + ".new"), content);
			Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new IllegalStateException("Mail can't be written to " + directory, ex);
		}
	}

	int port() {
		return this.server.getPortAllocated();
	}

	void stop() {
		this.server.stop();
	}

}
