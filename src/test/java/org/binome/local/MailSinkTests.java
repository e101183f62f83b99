package org.binome.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

import static org.assertj.core.api.Assertions.assertThat;

class MailSinkTests {

	@TempDir
	private Path directory;

	private MailSink sink;

	private StoredMails mails;

	private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

	@BeforeEach
	void start() {
		this.sink = MailSink.start(this.directory, "127.0.0.1", 0);
		this.mails = new StoredMails(this.directory);
		this.sender.setHost("127.0.0.1");
		this.sender.setPort(this.sink.port());
		this.sender.setDefaultEncoding("UTF-8");
	}

	@AfterEach
	void stop() {
		this.sink.stop();
	}

	@Test
	void keepsWhatIsSentNewestFirst() {
		send("Première lettre", "Bonjour");
		send("Second letter", "Hello,\n\nanswer here: http://localhost:8090/p/abc-123. Thank you!");
		List<StoredMail> kept = this.mails.newest(10);
		assertThat(kept).extracting(StoredMail::subject).containsExactly("Second letter", "Première lettre");
		assertThat(kept.getFirst().links()).containsExactly("http://localhost:8090/p/abc-123");
		assertThat(kept.getFirst().to()).containsExactly("partner@partner.example");
		assertThat(kept.getFirst().from()).isEqualTo("us@binome.example");
		assertThat(kept.getFirst().passages()).extracting(StoredMail.Passage::text).last().isEqualTo(". Thank you!");
	}

	@Test
	void keepsAttachments() throws Exception {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
		helper.setFrom("us@binome.example");
		helper.setTo("partner@partner.example");
		helper.setSubject("Contract");
		helper.setText("See the file.");
		helper.addAttachment("contrat signé.pdf", new ByteArrayResource("%PDF".getBytes(StandardCharsets.US_ASCII)),
				"application/pdf");
		this.sender.send(message);
		StoredMail mail = this.mails.newest(1).getFirst();
		assertThat(mail.text()).isEqualTo("See the file.");
		assertThat(mail.attachments()).singleElement().satisfies((attachment) -> {
			assertThat(attachment.contentType()).isEqualTo("application/pdf");
			assertThat(attachment.size()).isEqualTo(4);
		});
		assertThat(StoredMail.attachment(this.mails.source(mail.id()).orElseThrow(), 0).orElseThrow().bytes())
			.asString(StandardCharsets.US_ASCII)
			.isEqualTo("%PDF");
	}

	@Test
	void showsHtmlAsText() throws Exception {
		MimeMessage message = this.sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, "UTF-8");
		helper.setFrom("us@binome.example");
		helper.setTo("partner@partner.example");
		helper.setSubject("HTML");
		helper.setText(
				"<style>p {}</style><p>Read &amp; <a href='http://localhost/p/1'>answer</a></p><script>x</script>",
				true);
		this.sender.send(message);
		assertThat(this.mails.newest(1).getFirst().text()).isEqualTo("Read & answer http://localhost/p/1");
	}

	@Test
	void readsNothingOutsideItsDirectory() {
		assertThat(this.mails.find("../links-secret")).isEmpty();
		assertThat(this.mails.find("..")).isEmpty();
	}

	private void send(String subject, String text) {
		SimpleMailMessage message = new SimpleMailMessage();
		message.setFrom("us@binome.example");
		message.setTo("partner@partner.example");
		message.setSubject(subject);
		message.setText(text);
		this.sender.send(message);
	}

}
