package org.binome.portal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.BoundingBox;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.binome.Chromium;
import org.binome.SentMails;
import org.binome.account.Role;
import org.binome.contract.AgreedTerms;
import org.binome.contract.Approval.Decision;
import org.binome.contract.Approvals;
import org.binome.contract.Contract;
import org.binome.contract.ContractFiles;
import org.binome.contract.Contracts;
import org.binome.contract.PartnerSignature;
import org.binome.contract.Revision;
import org.binome.contract.SealedContracts;
import org.binome.contract.Signature;
import org.binome.contract.Signature.Answer;
import org.binome.contract.Signatures;
import org.binome.partner.SignedLink;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The signature that a partner draws on a telephone, from the finger to the evidence
 * behind the contract (CON-01).
 */
@PortalTest
@Import(AgreedTerms.class)
class DrawnSignatureTests {

	private static final AtomicLong KEYS = new AtomicLong(7_000_000);

	@LocalServerPort
	int port;

	@Autowired
	AgreedTerms terms;

	@Autowired
	Contracts contracts;

	@Autowired
	ContractFiles files;

	@Autowired
	Approvals approvals;

	@Autowired
	Signatures signatures;

	@Autowired
	SealedContracts sealed;

	@Autowired
	SentMails mails;

	@Test
	void con01WhatAFingerDrawsOnATelephoneStandsInTheEvidence() throws Exception {
		Contract contract = approved();
		onATelephone((context) -> {
			Page page = signingPage(context, contract);
			page.locator("#drawing canvas").scrollIntoViewIfNeeded();
			drawRoof(context.newCDPSession(page), page.locator("#drawing canvas").boundingBox());
			picture(page, "signature-drawn.png");
			sign(page);
		});

		Signature signature = signature(contract);
		BufferedImage drawing = drawing(signature);
		assertRoof(drawing);
		assertThat(evidencePictures(contract)).anySatisfy((printed) -> assertSame(printed, drawing));
	}

	@Test
	void con01WhatIsClearedIsNotSigned() throws Exception {
		Contract contract = approved();
		onATelephone((context) -> {
			Page page = signingPage(context, contract);
			page.locator("#drawing canvas").scrollIntoViewIfNeeded();
			drawRoof(context.newCDPSession(page), page.locator("#drawing canvas").boundingBox());
			page.locator("[data-clear]").click();
			sign(page);
		});

		assertThat(signature(contract).drawingSha256()).as("the typed name signs").isNull();
	}

	@Test
	void con01WhoUsesNoPointerWritesTheNameInstead() throws Exception {
		Contract contract = approved();
		onATelephone((context) -> {
			Page page = signingPage(context, contract);
			page.locator("input[name=name]").fill("Direction du partenaire");
			page.locator("[data-type]").focus();
			page.keyboard().press("Enter");
			sign(page);
		});

		BufferedImage drawing = drawing(signature(contract));
		assertThat(drawing.getWidth()).as("a line of writing").isGreaterThan(3 * drawing.getHeight());
	}

	private static void onATelephone(Consumer<BrowserContext> visitor) {
		assumeTrue(Chromium.visit(new NewContextOptions().setViewportSize(390, 844)
			.setDeviceScaleFactor(3)
			.setHasTouch(true)
			.setIsMobile(true)
			.setLocale("fr-FR"), visitor));
	}

	/** As far as the code from the mail leads. */
	private Page signingPage(BrowserContext context, Contract contract) {
		SignedLink link = this.signatures.invite(contract.id()).getFirst();
		Page page = context.newPage();
		page.navigate("http://localhost:" + this.port + link.url().substring(link.url().indexOf("/p/")));
		page.locator("button.primary").tap();
		page.locator("input[name=code]").waitFor();
		page.locator("input[name=code]")
			.fill(PartnerSignature.code(this.mails, this.contracts.signer(contract.partnershipId()).email()));
		page.locator("button.primary").tap();
		page.locator("#drawing canvas").waitFor();
		assertThat(page.evaluate("document.documentElement.scrollWidth")).as("nothing to scroll sideways")
			.isEqualTo(390);
		return page;
	}

	private static void sign(Page page) {
		page.locator("input[name=decision][value=sign]").check();
		page.locator("input[name=name]").fill("Direction du partenaire");
		page.locator("input[name=statement]").check();
		page.locator("button.primary").click();
		page.getByText("Votre signature est enregistrée").waitFor();
	}

	/**
	 * From bottom left to the top and down to bottom right. So quick a finger may make
	 * the browser ignore the tap that follows.
	 */
	private static void drawRoof(CDPSession finger, BoundingBox canvas) {
		touch(finger, "touchStart", canvas, 0.1, 0.9);
		for (int step = 1; step <= 20; step++) {
			touch(finger, "touchMove", canvas, 0.1 + step * 0.04, 0.9 - 0.8 * Math.min(step, 20 - step) / 10);
		}
		finger.send("Input.dispatchTouchEvent", event("touchEnd"));
	}

	private static void touch(CDPSession finger, String type, BoundingBox canvas, double x, double y) {
		JsonObject point = new JsonObject();
		point.addProperty("x", canvas.x + x * canvas.width);
		point.addProperty("y", canvas.y + y * canvas.height);
		JsonObject event = event(type);
		event.getAsJsonArray("touchPoints").add(point);
		finger.send("Input.dispatchTouchEvent", event);
	}

	private static JsonObject event(String type) {
		JsonObject event = new JsonObject();
		event.addProperty("type", type);
		event.add("touchPoints", new JsonArray());
		return event;
	}

	private static void assertRoof(BufferedImage drawing) {
		int right = drawing.getWidth() - 1;
		int bottom = drawing.getHeight() - 1;
		assertThat(drawing.getWidth()).as("wide as the canvas").isGreaterThan(drawing.getHeight());
		assertThat(ink(drawing, 0, bottom)).as("begins at the bottom left").isTrue();
		assertThat(ink(drawing, right / 2, 0)).as("goes to the top").isTrue();
		assertThat(ink(drawing, right, bottom)).as("ends at the bottom right").isTrue();
		assertThat(ink(drawing, 0, 0) || ink(drawing, right, 0) || ink(drawing, right / 2, bottom))
			.as("and nowhere else")
			.isFalse();
	}

	/** Whether something is drawn near a place. */
	private static boolean ink(BufferedImage drawing, int x, int y) {
		int near = drawing.getHeight() / 6;
		for (int dx = -near; dx <= near; dx++) {
			for (int dy = -near; dy <= near; dy++) {
				if (x + dx >= 0 && x + dx < drawing.getWidth() && y + dy >= 0 && y + dy < drawing.getHeight()
						&& drawing.getRaster().getSample(x + dx, y + dy, 0) < 100) {
					return true;
				}
			}
		}
		return false;
	}

	private static void assertSame(BufferedImage printed, BufferedImage drawing) {
		assertThat(printed.getWidth()).isEqualTo(drawing.getWidth());
		assertThat(printed.getHeight()).isEqualTo(drawing.getHeight());
		for (int y = 0; y < drawing.getHeight(); y++) {
			for (int x = 0; x < drawing.getWidth(); x++) {
				assertThat(printed.getRGB(x, y) & 0xFF).isCloseTo(drawing.getRGB(x, y) & 0xFF, within(2));
			}
		}
	}

	private Signature signature(Contract contract) {
		return this.signatures.of(contract.id()).getFirst();
	}

	private BufferedImage drawing(Signature signature) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(this.files.get(signature.drawingSha256()).bytes()));
	}

	/** The pictures on the pages behind the contract, once we have signed too. */
	private List<BufferedImage> evidencePictures(Contract contract) throws IOException {
		this.signatures.signForUs(contract.id(), "sponsor", Answer.SIGNED, "", "J’ai lu cette révision.",
				Instant.now());
		byte[] pdf = this.sealed.pdf(this.sealed.seal(contract.id()));
		List<BufferedImage> pictures = new ArrayList<>();
		try (PDDocument document = Loader.loadPDF(pdf);
				PDDocument signed = Loader.loadPDF(this.contracts.pdf(contract.id(), 1))) {
			for (int page = signed.getNumberOfPages(); page < document.getNumberOfPages(); page++) {
				PDResources resources = document.getPage(page).getResources();
				for (COSName name : resources.getXObjectNames()) {
					if (resources.getXObject(name) instanceof PDImageXObject picture) {
						pictures.add(picture.getImage());
					}
				}
			}
		}
		return pictures;
	}

	private Contract approved() {
		Contract contract = this.contracts.open(this.terms.accepted("fr").id());
		Revision revision = this.contracts.generate(contract.id(), KEYS.incrementAndGet(), "standard");
		assertThat(this.approvals
			.record(new Approvals.Review(contract.id(), Role.LEGAL, "legal", Decision.APPROVED, "", revision.number(),
					revision.sha256(), KEYS.incrementAndGet(), "1", 1L, 1, OffsetDateTime.now(ZoneOffset.UTC))))
			.isEmpty();
		return contract;
	}

	private static void picture(Page page, String name) {
		page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "pages", name)));
	}

}
