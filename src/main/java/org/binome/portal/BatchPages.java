package org.binome.portal;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.contract.Batch;
import org.binome.contract.BatchItem;
import org.binome.contract.BatchItem.State;
import org.binome.contract.Batches;
import org.binome.contract.Batches.BatchRunning;
import org.binome.contract.Contracts;
import org.binome.document.Comparison;
import org.binome.document.DocumentFailure;
import org.binome.document.PdfPages;
import org.binome.document.TextOutline;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Drafts all contracts in force with the templates of the day, to see what a change of a
 * clause would mean for each of them.
 */
@Controller
@RequestMapping("/batches")
@PreAuthorize("hasAnyRole('LEGAL', 'ADMIN')")
class BatchPages {

	static final int LONGEST_REASON = 500;

	private static final int PAGE = 50;

	private final Batches batches;

	private final Contracts contracts;

	private final Redlines redlines;

	private final PageImages images;

	private final PdfPages pdfPages;

	private final Accounts accounts;

	private final MessageSource messages;

	BatchPages(Batches batches, Contracts contracts, Redlines redlines, PageImages images, PdfPages pdfPages,
			Accounts accounts, MessageSource messages) {
		this.batches = batches;
		this.contracts = contracts;
		this.redlines = redlines;
		this.images = images;
		this.pdfPages = pdfPages;
		this.accounts = accounts;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView list() {
		return list(Map.of(), Map.of(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView start(@RequestParam(defaultValue = "") String reason, Principal user, Locale locale) {
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			return list(Map.of("reason", reason),
					Map.of("reason", this.messages.getMessage("batch.reason.wrong", null, locale)),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		return to(this.batches.start(reason, user.getName()).id());
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, @RequestParam(required = false) State state,
			@RequestParam(defaultValue = "0") long after, Model model) {
		Batch batch = this.batches.get(id);
		State shown = (state != null) ? state : (batch.failed() > 0) ? State.FAILED : State.CHANGED;
		List<BatchItem> items = this.batches.items(id, shown, after, PAGE);
		model.addAttribute("batch", batch);
		model.addAttribute("starter", this.accounts.nameOf(batch.startedBy()));
		model.addAttribute("state", shown);
		model.addAttribute("states", State.values());
		model.addAttribute("items", items);
		model.addAttribute("first", after == 0);
		model.addAttribute("more", items.size() == PAGE);
		return "batch";
	}

	@PostMapping("/{id}/stop")
	ModelAndView stop(@PathVariable UUID id) {
		this.batches.stop(id);
		return to(id);
	}

	@PostMapping("/{id}/resume")
	ModelAndView resume(@PathVariable UUID id) {
		this.batches.resume(id);
		return to(id);
	}

	@PostMapping("/{id}/retry")
	ModelAndView retry(@PathVariable UUID id) {
		this.batches.retry(id);
		return to(id);
	}

	/** The draft of one contract beside what differs from the text in force. */
	@GetMapping("/{id}/contracts/{contractId}")
	String draft(@PathVariable UUID id, @PathVariable UUID contractId,
			@RequestParam(defaultValue = "true") boolean redline, Model model) {
		BatchItem item = this.batches.item(id, contractId);
		model.addAttribute("batch", this.batches.get(id));
		model.addAttribute("item", item);
		model.addAttribute("redline", redline);
		model.addAttribute("comparison", Comparison.of(TextOutline.of(this.contracts.html(contractId, item.revision())),
				TextOutline.of(this.batches.html(id, contractId))));
		try {
			model.addAttribute("pages", this.pdfPages.read(pdf(item, redline)));
		}
		catch (DocumentFailure ex) {
			model.addAttribute("redlineFailure", ex.getMessage());
			model.addAttribute("pages", List.of());
		}
		return "batch-draft";
	}

	@GetMapping("/{id}/contracts/{contractId}/{document:draft|redline}.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable UUID id, @PathVariable UUID contractId, @PathVariable String document) {
		BatchItem item = this.batches.item(id, contractId);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename(item.reference() + "-" + document + ".pdf").build().toString())
			.cacheControl(CacheControl.noStore())
			.body(pdf(item, document.equals("redline")));
	}

	@GetMapping("/{id}/contracts/{contractId}/{document:draft|redline}/pages/{page}.png")
	ResponseEntity<byte[]> page(@PathVariable UUID id, @PathVariable UUID contractId, @PathVariable String document,
			@PathVariable int page) {
		BatchItem item = this.batches.item(id, contractId);
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
			.body(this.images.png(item.sha256() + document, pdf(item, document.equals("redline")), page));
	}

	@ExceptionHandler
	ModelAndView busy(BatchRunning problem, Locale locale) {
		return list(Map.of(), Map.of("reason", this.messages.getMessage("batch.busy", null, locale)),
				HttpStatus.CONFLICT);
	}

	private byte[] pdf(BatchItem item, boolean redline) {
		return redline ? this.redlines.pdf(item) : this.batches.pdf(item.batchId(), item.contractId());
	}

	private ModelAndView list(Map<String, String> form, Map<String, String> errors, HttpStatus status) {
		return new ModelAndView("batches", Map.of("batches", this.batches.latest(), "running",
				this.batches.running().isPresent(), "form", form, "errors", errors, "longest", LONGEST_REASON), status);
	}

	private static ModelAndView to(UUID id) {
		return new ModelAndView("redirect:/batches/" + id);
	}

}
