package org.binome.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.gate.Gates;
import org.binome.portal.Pipeline.Entry;
import org.binome.portal.Pipeline.Filter;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.Candidates.Elimination;
import org.binome.prospecting.ImportReport;
import org.binome.prospecting.Longlist;
import org.binome.prospecting.LonglistClosed;
import org.binome.prospecting.NewProgramme;
import org.binome.prospecting.Programme;
import org.binome.prospecting.ProgrammeNameTaken;
import org.binome.prospecting.Programmes;
import org.binome.prospecting.RowProblem;
import org.binome.prospecting.UnreadableFile;

import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The programmes: open one, fill its longlist, see what the criteria leave.
 */
@Controller
@RequestMapping("/programmes")
class ProgrammePages {

	private static final int RANKED = 100;

	private static final int PROBLEMS_SHOWN = 200;

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private final Programmes programmes;

	private final Candidates candidates;

	private final Longlist longlist;

	private final Pipeline pipeline;

	private final WaitingTasks waiting;

	private final Gates gates;

	private final Accounts accounts;

	private final MessageSource messages;

	ProgrammePages(Programmes programmes, Candidates candidates, Longlist longlist, Pipeline pipeline,
			WaitingTasks waiting, Gates gates, Accounts accounts, MessageSource messages) {
		this.programmes = programmes;
		this.candidates = candidates;
		this.longlist = longlist;
		this.pipeline = pipeline;
		this.waiting = waiting;
		this.gates = gates;
		this.accounts = accounts;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView list() {
		return list(Map.of(), Map.of(), HttpStatus.OK);
	}

	@PostMapping
	@PreAuthorize("hasRole('MANAGER')")
	ModelAndView open(@RequestParam MultiValueMap<String, String> fields, Principal user, Locale locale) {
		Map<String, String> form = fields.toSingleValueMap();
		var errors = new HashMap<String, String>();
		try {
			Programme programme = this.programmes.open(new NewProgramme(form.get("name"),
					form.getOrDefault("kind", "standard"), form.get("partnershipType"), form.get("persona"),
					audience(form.get("audience")), user.getName(), form.get("language")));
			return new ModelAndView("redirect:/programmes/" + programme.id());
		}
		catch (ProgrammeNameTaken ex) {
			errors.put("name", message("programmes.error.taken", locale));
		}
		catch (IllegalArgumentException ex) {
			// the service begins its message with the name of the field
			String field = ex.getMessage().replaceFirst(":.*", "");
			errors.put(field, message("programmes.error." + field, locale));
		}
		return list(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, Model model) {
		Programme programme = this.programmes.get(id);
		model.addAttribute("programme", programme);
		model.addAttribute("owner", this.accounts.nameOf(programme.owner()));
		int candidates = this.candidates.count(id);
		List<Elimination> eliminated = this.candidates.eliminated(id);
		model.addAttribute("candidates", candidates);
		model.addAttribute("eliminated", eliminated);
		if (programme.scoredAt() != null) {
			model.addAttribute("remaining", candidates - eliminated.stream().mapToInt(Elimination::count).sum());
		}
		model.addAttribute("ranking", this.candidates.ranking(id, RANKED));
		model.addAttribute("imports", this.longlist.imports(id));
		List<Entry> partnerships = this.pipeline.find(new Filter(null, null, id));
		model.addAttribute("partnerships", partnerships);
		if (partnerships.isEmpty()) {
			// afterwards each partnership has tasks of its own
			model.addAttribute("waiting", this.waiting.of(programme).orElse(null));
		}
		model.addAttribute("owners", names());
		model.addAttribute("evaluations", this.gates.latest(id));
		return "programme";
	}

	@GetMapping("/{id}/import")
	ModelAndView chooseFile(@PathVariable UUID id) {
		return importPage(id, HttpStatus.OK);
	}

	@PostMapping("/{id}/import")
	@PreAuthorize("hasRole('MANAGER')")
	ModelAndView importFile(@PathVariable UUID id, @RequestParam MultipartFile file, Principal user, Locale locale)
			throws IOException {
		String refusal;
		try {
			ImportReport report = this.longlist.importCsv(id, fileName(file), file.getBytes(), user.getName());
			return new ModelAndView(
					"redirect:/programmes/" + id + "/imports/" + report.id() + (report.repeated() ? "?repeated" : ""));
		}
		catch (UnreadableFile ex) {
			refusal = ex.reason(locale.getLanguage());
		}
		catch (LonglistClosed ex) {
			refusal = message("import.closed", locale);
		}
		ModelAndView page = importPage(id, HttpStatus.UNPROCESSABLE_CONTENT);
		page.addObject("errors", Map.of("file", refusal));
		return page;
	}

	@GetMapping("/{id}/imports/{importId}")
	String report(@PathVariable UUID id, @PathVariable UUID importId, @RequestParam(required = false) String repeated,
			Model model) {
		ImportReport report = report(id, importId);
		List<RowProblem> problems = report.problems();
		model.addAttribute("programme", this.programmes.get(id));
		model.addAttribute("report", report);
		model.addAttribute("by", this.accounts.nameOf(report.importedBy()));
		model.addAttribute("repeated", repeated != null);
		model.addAttribute("problems", problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size())));
		return "import-report";
	}

	/** The lines not added, to be corrected in a spreadsheet. */
	@GetMapping("/{id}/imports/{importId}/problems.csv")
	ResponseEntity<byte[]> problems(@PathVariable UUID id, @PathVariable UUID importId, Locale locale) {
		String csv = ProblemsCsv.of(report(id, importId).problems(), locale.getLanguage());
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("binome-import-problems.csv").build().toString())
			.body(csv.getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping("/sample.csv")
	ResponseEntity<Resource> sample() {
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("binome-sample.csv").build().toString())
			.body(new ClassPathResource("portal/sample.csv"));
	}

	private ModelAndView list(Map<String, String> form, Map<String, String> errors, HttpStatus status) {
		var model = new HashMap<String, Object>();
		model.put("programmes",
				this.programmes.all()
					.stream()
					.map((programme) -> new Line(programme, this.accounts.nameOf(programme.owner()),
							this.candidates.count(programme.id()),
							this.pipeline.find(new Filter(null, null, programme.id())).size()))
					.toList());
		model.put("form", form);
		model.put("errors", errors);
		return new ModelAndView("programmes", model, status);
	}

	private ModelAndView importPage(UUID id, HttpStatus status) {
		var page = new ModelAndView("import", status);
		page.addObject("programme", this.programmes.get(id));
		page.addObject("candidates", this.candidates.count(id));
		page.addObject("imports", this.longlist.imports(id));
		return page;
	}

	private ImportReport report(UUID programmeId, UUID importId) {
		return this.longlist.imports(programmeId)
			.stream()
			.filter((report) -> report.id().equals(importId))
			.findFirst()
			.map((report) -> this.longlist.report(report.id()))
			.orElseThrow(() -> new NothingHere("No import " + importId + " in programme " + programmeId));
	}

	private Map<String, String> names() {
		return this.accounts.accounts().stream().collect(Collectors.toMap(Account::username, Account::name));
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	private static String fileName(MultipartFile file) {
		String name = file.getOriginalFilename();
		return (name != null && !name.isBlank()) ? name.replaceFirst("^.*[/\\\\]", "") : "longlist.csv";
	}

	private static long audience(String text) {
		try {
			return Long.parseLong(text.replaceAll("[\\s\\u00a0\\u202f]", ""));
		}
		catch (NumberFormatException | NullPointerException ex) {
			return 0;
		}
	}

	/** A programme in the list. */
	public record Line(Programme programme, String owner, int candidates, int partnerships) {
	}

}
