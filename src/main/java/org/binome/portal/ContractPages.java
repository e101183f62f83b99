package org.binome.portal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.contract.Approvals;
import org.binome.contract.Contract;
import org.binome.contract.Contracts;
import org.binome.contract.Deviations;
import org.binome.contract.ReadBack;
import org.binome.contract.ReadBacks;
import org.binome.contract.Revision;
import org.binome.contract.Signatures;
import org.binome.document.ClauseLibrary;
import org.binome.document.Comparison;
import org.binome.document.Digest;
import org.binome.document.DocumentFailure;
import org.binome.document.Obligations;
import org.binome.document.TextOutline;
import org.binome.gate.ReadBackPolicy.Topic;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a lawyer reads exactly one revision: its pages as pictures with selectable text,
 * since a tab opened from Tasklist may neither run a script, send a form, download nor
 * show a PDF, and what changed since any other revision (CON-02).
 */
@Controller
@PreAuthorize("hasAnyRole('MANAGER', 'LEGAL', 'SPONSOR', 'ADMIN')")
class ContractPages {

	private final Contracts contracts;

	private final Approvals approvals;

	private final Deviations deviations;

	private final ClauseLibrary clauses;

	private final ReadBacks readBacks;

	private final Signatures signatures;

	private final PageImages images;

	private final Redlines redlines;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Accounts accounts;

	private final Company company;

	ContractPages(Contracts contracts, Approvals approvals, Deviations deviations, ClauseLibrary clauses,
			ReadBacks readBacks, Signatures signatures, PageImages images, Redlines redlines, Partnerships partnerships,
			Organisations organisations, Accounts accounts, Company company) {
		this.contracts = contracts;
		this.approvals = approvals;
		this.deviations = deviations;
		this.clauses = clauses;
		this.readBacks = readBacks;
		this.signatures = signatures;
		this.images = images;
		this.redlines = redlines;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.accounts = accounts;
		this.company = company;
	}

	/**
	 * The current revision, or the one asked for.
	 * @param since the revision to compare with; the one before unless asked otherwise
	 * @param redline whether to show the pages of the comparison instead of the exact
	 * ones
	 */
	@GetMapping("/contracts/{id}/review")
	String review(@PathVariable UUID id, @RequestParam(required = false) Integer revision,
			@RequestParam(required = false) Integer since, @RequestParam(defaultValue = "false") boolean redline,
			Model model) {
		Contract contract = this.contracts.get(id);
		Revision current = this.contracts.current(id).orElseThrow(() -> new NothingHere("No revision yet"));
		Revision shown = (revision != null) ? this.contracts.revision(id, revision) : current;
		model.addAttribute("contract", contract);
		model.addAttribute("organisation",
				this.organisations.get(this.partnerships.get(contract.partnershipId()).organisationId()));
		model.addAttribute("revision", shown);
		model.addAttribute("current", shown.number() == current.number());
		model.addAttribute("revisions", this.contracts.revisions(id));
		model.addAttribute("intact", Digest.sha256(this.contracts.pdf(id, shown.number())).equals(shown.sha256()));
		model.addAttribute("approvals", this.approvals.of(id));
		model.addAttribute("signatures", this.signatures.of(id));
		model.addAttribute("names", names());
		model.addAttribute("obligations", Obligations.of(this.contracts.html(id, shown.number())));
		readBack(shown, model);
		model.addAttribute("deviations", this.deviations.of(id));
		model.addAttribute("clauseTitles", this.clauses.titles(LocaleContextHolder.getLocale().getLanguage()));
		model.addAttribute("company", this.company.legalName());
		Revision other = other(id, shown, since);
		model.addAttribute("redline", redline && other != null);
		if (other != null) {
			model.addAttribute("other", other);
			model.addAttribute("comparison", Comparison.of(TextOutline.of(this.contracts.html(id, other.number())),
					TextOutline.of(this.contracts.html(id, shown.number()))));
		}
		if (redline && other != null) {
			try {
				model.addAttribute("pages", this.redlines.pages(other, shown));
			}
			catch (DocumentFailure ex) {
				model.addAttribute("redlineFailure", ex.getMessage());
				model.addAttribute("pages", List.of());
			}
		}
		else {
			model.addAttribute("pages", this.images.pages(shown));
		}
		return "contract-review";
	}

	/** What every side understood, topic by topic, once somebody said something. */
	private void readBack(Revision shown, Model model) {
		List<ReadBack> said = this.readBacks.of(shown);
		Optional<ReadBacks.Comparison> comparison = this.readBacks.comparison(shown);
		String language = LocaleContextHolder.getLocale().getLanguage();
		model.addAttribute("topics",
				said.isEmpty() ? List.of()
						: Arrays.stream(Topic.values())
							.map((topic) -> new Understanding(topic.label(language),
									comparison.map((found) -> found.alike().contains(topic)).orElse(null),
									said.stream().map((one) -> new Words(one.name(), one.words().get(topic))).toList()))
							.toList());
		comparison.ifPresent((found) -> {
			model.addAttribute("readBack", found);
			model.addAttribute("confirmations", this.readBacks.confirmations(found));
		});
	}

	/** The revision to compare with, null where there is none but the one shown. */
	private Revision other(UUID id, Revision shown, Integer since) {
		if (since != null && since != shown.number()) {
			return this.contracts.revision(id, since);
		}
		return (shown.number() > 1) ? this.contracts.revision(id, shown.number() - 1) : null;
	}

	/** The text of a revision with all that differs from another one marked. */
	@GetMapping("/contracts/{id}/redlines/{before}-{after}.pdf")
	ResponseEntity<byte[]> redline(@PathVariable UUID id, @PathVariable int before, @PathVariable int after) {
		String name = "%s-r%d-r%d.pdf".formatted(this.contracts.get(id).reference(), before, after);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString())
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
			.body(this.redlines.pdf(this.contracts.revision(id, before), this.contracts.revision(id, after)));
	}

	@GetMapping("/contracts/{id}/redlines/{before}-{after}/pages/{page}.png")
	ResponseEntity<byte[]> redlinePage(@PathVariable UUID id, @PathVariable int before, @PathVariable int after,
			@PathVariable int page) {
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
			.body(this.redlines.png(this.contracts.revision(id, before), this.contracts.revision(id, after), page));
	}

	@GetMapping("/contracts/{id}/revisions/{number}.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable int number) {
		String name = this.contracts.get(id).reference() + "-r" + number + ".pdf";
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString())
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
			.body(this.contracts.pdf(id, number));
	}

	@GetMapping("/contracts/{id}/revisions/{number}/pages/{page}.png")
	ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable int number, @PathVariable int page) {
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate().immutable())
			.body(this.images.png(id, number, page));
	}

	private Map<String, String> names() {
		return this.accounts.accounts().stream().collect(Collectors.toMap(Account::username, Account::name));
	}

	/**
	 * One topic in everybody's words.
	 *
	 * @param alike null before they are compared
	 */
	public record Understanding(String topic, Boolean alike, List<Words> said) {
	}

	/** What one person said. */
	public record Words(String name, String text) {
	}

}
